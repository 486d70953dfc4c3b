import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Returns the path of Chromium, if installed. `CHROMIUM` overrides it; a path that does not exist skips the tests. */
export const chromiumPath = (): string | undefined => {
  const named = process.env['CHROMIUM']
  return (named === undefined ? PATHS : [named]).find((path) => existsSync(path))
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb'],
  })
