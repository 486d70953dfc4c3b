import type { Example } from './Example.ts'
import { fences } from './fences.ts'

/** Returns the programs of a page: its `ts` blocks, except those marked `ts no-run`. */
export const fromMarkdown = (file: string, text: string): ReadonlyArray<Example> =>
  fences(text.split(/\r?\n/))
    .filter(({ info }) => {
      const parts = info.split(/\s+/)
      return (parts[0] === 'ts' || parts[0] === 'typescript') && !parts.includes('no-run')
    })
    .map(({ at, code }) => ({ file, line: at + 1, code, runs: true }))
