import { type ChildProcess, spawn } from 'node:child_process'
import type { Streams } from './Streams.ts'

/** A program to start, without a shell. */
export interface BrowserCommand {
  readonly program: string
  readonly args: ReadonlyArray<string>
}

/** The words of a command, of which those in quotes may contain spaces. */
const wordsOf = (command: string): ReadonlyArray<string> =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')

const systemCommand = (url: string, env: Streams['env'], platform: string): BrowserCommand | undefined => {
  if (platform === 'darwin') return { program: 'open', args: [url] }
  // The command `start` is one of the shell, to which the characters of a URL are not safe.
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }
  const hasScreen = [env['DISPLAY'], env['WAYLAND_DISPLAY'], env['WSL_DISTRO_NAME']].some((value) => value)
  return hasScreen ? { program: 'xdg-open', args: [url] } : undefined
}

/**
 * Returns the command that opens a URL: that of `BROWSER`, where `%s` stands for the URL, or that of the system.
 *
 * @returns `undefined` if there is no browser, or if the URL is neither http nor https.
 */
export const browserCommand = (
  url: string,
  env: Streams['env'],
  platform: string = process.platform,
): BrowserCommand | undefined => {
  if (!URL.canParse(url)) return undefined
  const { href, protocol } = new URL(url)
  if (!/^https?:$/.test(protocol)) return undefined
  const [program, ...args] = wordsOf(env['BROWSER'] ?? '')
  if (program === undefined) return systemCommand(href, env, platform)
  const isPlaced = args.some((arg) => arg.includes('%s'))
  return { program, args: isPlaced ? args.map((arg) => arg.replaceAll('%s', () => href)) : [...args, href] }
}

/** How long a browser that cannot open a page takes to say so, in milliseconds. */
const PATIENCE = 2000

const started = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE)
    const settle = (isOpen: boolean): void => {
      clearTimeout(timer)
      resolve(isOpen)
    }
    child.on('error', () => settle(false))
    child.on('exit', (code) => settle(code === 0))
  })

/** Opens a URL in a browser and returns whether that worked; the browser outlives the program. */
export const openBrowser = async (url: string, { env }: Streams): Promise<boolean> => {
  const command = browserCommand(url, env)
  if (command === undefined) return false
  const child = spawn(command.program, command.args, { stdio: 'ignore', detached: true })
  child.unref()
  return started(child)
}
