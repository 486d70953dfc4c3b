import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reads a text file; `undefined` if it is absent, a directory, or not readable. */
const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Removes macros, which extend to the next empty line. */
const withoutMacros = (text: string): string => text.replace(/^[ \t]*macdef\b[^\n]*(?:\r?\n(?!\r?\n)[^\n]*)*/gm, '')

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1')

/** The tokens of a netrc file: separated by white space, or quoted; `#` starts a comment. */
const tokens = (text: string): ReadonlyArray<string> =>
  [...withoutMacros(text).matchAll(/"((?:[^"\\]|\\.)*)"|(?<!\S)#[^\n]*|(\S+)/g)].flatMap(([, quoted, plain]) =>
    quoted === undefined && plain === undefined ? [] : [unescaped(quoted ?? plain ?? '')],
  )

/** The password of the first of the hosts that has one; else that of the `default` entry. */
export const netrcPassword = (text: string, ...hosts: ReadonlyArray<string>): string | undefined => {
  const passwords = new Map<string | undefined, string>()
  const rest = [...tokens(text)]
  let machine: string | undefined = ''
  while (rest.length > 0) {
    const token = rest.shift()
    if (token === 'default') machine = undefined
    else if (token === 'machine') machine = rest.shift()?.toLowerCase() ?? ''
    else if (token === 'password') {
      const password = rest.shift()
      if (password && !passwords.has(machine)) passwords.set(machine, password)
    } else if (token === 'login' || token === 'account') rest.shift()
  }
  return [...hosts, undefined].map((host) => passwords.get(host)).find((password) => password !== undefined)
}

type Env = Readonly<Record<string, string | undefined>>

/** The text of the first netrc file that exists; empty if there is none. */
export const readNetrc = (env: Env, home: string): string => {
  const named = env['NETRC']?.trim()
  const texts = named
    ? [readText(named.replace(/^~(?=\/|$)/, home))]
    : ['.netrc', '_netrc'].map((name) => readText(join(home, name)))
  return texts.find((found) => found !== undefined) ?? ''
}

type Settings = Readonly<Record<string, string>>

/** Parses the `[default]` section of an INI file. */
export const parseSettings = (text: string): Settings => {
  const settings: Record<string, string> = Object.create(null)
  let section = ''
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[(.*)\]\s*$/.exec(line)
    if (heading !== null) {
      section = heading[1]?.trim() ?? ''
      continue
    }
    const entry = /^\s*([^=:#;\s][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line)
    if (entry?.[1] !== undefined && section === 'default' && entry[2]) settings[entry[1].toLowerCase()] = entry[2]
  }
  return settings
}

/** A settings file and what it holds. */
interface SettingsFile {
  readonly path: string
  readonly settings: Settings
}

const settingsFile = (path: string): SettingsFile => ({ path, settings: parseSettings(readText(path) ?? '') })

/** Reads the settings of the directory, which may be anybody's, and those of the user. The former take precedence. */
export const readSettings = (
  env: Env,
  home: string,
  directory: string,
): { readonly folder: SettingsFile; readonly user: SettingsFile } => ({
  folder: settingsFile(join(env['WANDB_DIR'] || directory, 'wandb', 'settings')),
  user: settingsFile(join(env['WANDB_CONFIG_DIR'] || join(home, '.config', 'wandb'), 'settings')),
})
