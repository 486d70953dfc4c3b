import { join } from 'node:path'
import { readText } from './readText.ts'

/** A macro reaches to the next empty line, and its words are no entries. */
const withoutMacros = (text: string): string => text.replace(/^[ \t]*macdef\b[^\n]*(?:\r?\n(?!\r?\n)[^\n]*)*/gm, '')

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1')

/** The words of a netrc file: separated by white space, quoted where they hold some; `#` starts a comment. */
const words = (text: string): ReadonlyArray<string> =>
  [...withoutMacros(text).matchAll(/"((?:[^"\\]|\\.)*)"|(?<!\S)#[^\n]*|(\S+)/g)].flatMap(([, quoted, plain]) =>
    quoted === undefined && plain === undefined ? [] : [unescaped(quoted ?? plain ?? '')],
  )

/** The password of a host; that of the `default` entry where the host has no entry. */
export const passwordIn = (text: string, host: string): string | undefined => {
  const passwords = new Map<string | undefined, string>()
  const rest = [...words(text)]
  let machine: string | undefined = ''
  while (rest.length > 0) {
    const word = rest.shift()
    if (word === 'default') machine = undefined
    else if (word === 'machine') machine = rest.shift()?.toLowerCase() ?? ''
    else if (word === 'password') {
      const password = rest.shift()
      if (password && !passwords.has(machine)) passwords.set(machine, password)
    } else if (word === 'login' || word === 'account') rest.shift()
  }
  return passwords.get(host) ?? passwords.get(undefined)
}

/** The key that netrc holds for a host, in the first of the files that is there. */
export const readNetrc = (
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  host: string,
): string | undefined => {
  const named = env['NETRC']?.trim()
  const texts = named
    ? [readText(named.replace(/^~(?=\/|$)/, home))]
    : ['.netrc', '_netrc'].map((name) => readText(join(home, name)))
  const text = texts.find((found) => found !== undefined)
  return text === undefined ? undefined : passwordIn(text, host)
}
