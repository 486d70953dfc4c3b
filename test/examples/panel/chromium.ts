import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is on this machine; `CHROMIUM` names another place, or one where it is not, to do without. */
export const chromiumPath = (): string | undefined => {
  const named = process.env['CHROMIUM']
  return (named === undefined ? PLACES : [named]).find((path) => existsSync(path))
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb'],
  })
