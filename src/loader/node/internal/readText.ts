import { readFileSync } from 'node:fs'

/** Reads a text file; `undefined` if it is absent, a directory, or not readable. */
export const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
