import type { Example, Problem } from './Example.ts'
import { fences } from './fences.ts'

const languages: Readonly<Record<string, Example['language']>> = {
  js: 'js',
  javascript: 'js',
  ts: 'ts',
  typescript: 'ts',
}

const MARKS = ['no-run', 'no-types', 'cell']

/**
 * Returns the programs of a page, its `js` and `ts` blocks, and the problems of their marks: `no-run` for a program that
 * needs a network, `no-types` for one that cannot be type-checked here, `cell` for a cell of a notebook.
 */
export const fromMarkdown = (
  file: string,
  text: string,
): { readonly examples: ReadonlyArray<Example>; readonly problems: ReadonlyArray<Problem> } => {
  const blocks = fences(text.split(/\r?\n/)).flatMap(({ info, at, code }) => {
    const [name = '', ...marks] = info.split(/\s+/)
    const language = Object.hasOwn(languages, name) ? languages[name] : undefined
    return language === undefined ? [] : [{ language, marks, line: at + 1, code }]
  })
  return {
    examples: blocks.map(({ language, marks, line, code }) => {
      const cell = marks.includes('cell')
      const runs = !cell && !marks.includes('no-run')
      return { file, line, code, language, runs, typed: !cell && !marks.includes('no-types'), cell }
    }),
    problems: blocks.flatMap(({ marks, line }) =>
      marks
        .filter((mark) => !MARKS.includes(mark))
        .map((mark) => ({ file, line, message: `unknown mark "${mark}": expected ${MARKS.join(', ')}` })),
    ),
  }
}
