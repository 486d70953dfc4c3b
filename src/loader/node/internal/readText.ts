import { readFileSync } from 'node:fs'

/** The text of a file, or `undefined` where it cannot be read: absent, a directory, or not allowed. */
export const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
