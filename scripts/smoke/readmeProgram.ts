import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the first program of the README. */
export const readmeProgram = (root: string): string => {
  const program = /^```js[^\n]*\n(.*?)^```$/ms.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1]
  if (program === undefined) throw new Error('README.md has no program')
  return program
}
