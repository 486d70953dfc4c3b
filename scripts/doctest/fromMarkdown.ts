import type { Example } from './Example.ts'
import { fences } from './fences.ts'

/** The programs of a page: its `ts` blocks, but for those marked `ts no-run`. */
export const fromMarkdown = (file: string, text: string): ReadonlyArray<Example> =>
  fences(text.split(/\r?\n/))
    .filter(({ info }) => {
      const words = info.split(/\s+/)
      return (words[0] === 'ts' || words[0] === 'typescript') && !words.includes('no-run')
    })
    .map(({ at, code }) => ({ file, line: at + 1, code, runs: true }))
