import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Example, Problem } from './Example.ts'
import { toProgram } from './toProgram.ts'

const folder = '.doctest'

const programOf = ({ file, line }: Example): string => `${file}.${line}.ts`

/** Returns a test file with one test per program; in a single file, their imports are loaded once. */
const testFile = (examples: ReadonlyArray<Example>): string =>
  [
    `import { test } from 'vitest'`,
    ...examples
      .filter(({ runs }) => runs)
      .map((example) => {
        const title = `the example in ${example.file}:${example.line} runs`
        return `test(${JSON.stringify(title)}, () => import(${JSON.stringify(`./${programOf(example)}`)}))`
      }),
    '',
  ].join('\n')

/** Writes the programs and their tests, replacing those of an earlier call, and returns the problems. */
export const write = (root: string, examples: ReadonlyArray<Example>): ReadonlyArray<Problem> => {
  const writeTo = (path: string, text: string): void => {
    const at = join(root, folder, path)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, text)
  }
  rmSync(join(root, folder), { recursive: true, force: true })
  const problems = examples
    .filter(({ cell }) => !cell)
    .flatMap((example) => {
      const path = programOf(example)
      const helper = posix.relative(posix.dirname(posix.join(folder, path)), 'scripts/doctest/assertIs.ts')
      const { program, problems } = toProgram(example, helper)
      writeTo(path, program)
      return problems
    })
  writeTo('examples.test.ts', testFile(examples))
  return problems
}
