import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Example, Problem } from './Example.ts'
import { toProgram } from './toProgram.ts'

const folder = '.doctest'

const programOf = ({ file, line }: Example): string => `${file}.${line}.ts`

/** One test for each program that runs. All stand in one file: what they import is then loaded once. */
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

/** Writes the programs and their tests, in place of what an earlier call wrote, and says what is wrong with them. */
export const write = (root: string, examples: ReadonlyArray<Example>): ReadonlyArray<Problem> => {
  const put = (path: string, text: string): void => {
    const at = join(root, folder, path)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, text)
  }
  rmSync(join(root, folder), { recursive: true, force: true })
  const problems = examples.flatMap((example) => {
    const path = programOf(example)
    const helper = posix.relative(posix.dirname(posix.join(folder, path)), 'scripts/doctest/assertIs.ts')
    const { program, problems } = toProgram(example, helper)
    put(path, program)
    return problems
  })
  put('examples.test.ts', testFile(examples))
  return problems
}
