import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { assertIs } from '../../scripts/doctest/assertIs.ts'
import type { Example } from '../../scripts/doctest/Example.ts'
import { fromMarkdown } from '../../scripts/doctest/fromMarkdown.ts'
import { fromSource } from '../../scripts/doctest/fromSource.ts'
import { javaScriptProblems } from '../../scripts/doctest/javaScript.ts'
import { missingExamples } from '../../scripts/doctest/missingExamples.ts'
import { toProgram } from '../../scripts/doctest/toProgram.ts'
import { write } from '../../scripts/doctest/write.ts'

const marked = { language: 'ts', runs: true, typed: true, cell: false } as const
const example = (code: string) => ({ file: 'src/a.ts', line: 1, code, ...marked })
const program = (code: string, language: 'js' | 'ts' = 'ts'): string =>
  toProgram({ ...example(code), language }, './assertIs.ts').program
const problems = (code: string) => toProgram(example(code), './assertIs.ts').problems

const source = `import { x } from './x.ts'

/**
 * Adds one.
 *
 * @example
 * \`\`\`ts
 * import { addOne } from 'adder'
 *
 * addOne(1) // => 2
 * \`\`\`
 *
 * @example
 * \`\`\`ts no-run
 * addOne(await ask())
 * \`\`\`
 * @since 0.1.0
 */
export const addOne = (n: number): number => n + 1 // "@example" in code is none

export interface Box {
  /**
   * What it holds.
   * @example
   * \`\`\`ts
   * box.value
   * \`\`\`
   */
  readonly value: string
}
`

describe('fromSource', () => {
  test('returns every example with the number of its first line of code', () => {
    expect(fromSource('src/a.ts', source)).toEqual({
      examples: [
        { file: 'src/a.ts', line: 8, code: "import { addOne } from 'adder'\n\naddOne(1) // => 2", ...marked },
        { file: 'src/a.ts', line: 15, code: 'addOne(await ask())', ...marked, runs: false },
        { file: 'src/a.ts', line: 26, code: 'box.value', ...marked },
      ],
      problems: [],
    })
  })

  test('reports an example without a code block, and an unclosed block', () => {
    const text =
      '/**\n * @example nothing\n */\nexport const a = 1\n/**\n * @example\n * ```ts\n * a\n */\nexport const b = 1\n'
    expect(fromSource('src/a.ts', text).problems.map(({ line }) => line)).toEqual([2, 8])
  })

  test('reads the comment of an overloaded function once', () => {
    const text =
      '/**\n * @example\n * ```ts\n * f(1)\n * ```\n */\nexport function f(a: number): number\nexport function f(a: number): number { return a }'
    expect(fromSource('src/a.ts', text).examples).toHaveLength(1)
  })
})

describe('fromMarkdown', () => {
  test('returns the ts and js blocks with their marks', () => {
    const text =
      '# A\n```ts\na()\n```\n```ts no-run\nb()\n```\n```sh\nc\n```\n- in a list\n  ```js cell\n  d()\n  ```\n'
    const file = 'README.md'
    expect(fromMarkdown(file, text)).toEqual({
      examples: [
        { file, line: 3, code: 'a()', ...marked },
        { file, line: 6, code: 'b()', ...marked, runs: false },
        { file, line: 13, code: 'd()', language: 'js', runs: false, typed: false, cell: true },
      ],
      problems: [],
    })
  })

  test('reports a mark that it does not know', () => {
    const { problems } = fromMarkdown('README.md', '```js no-types later\na()\n```\n')
    expect(problems).toEqual([
      { file: 'README.md', line: 2, message: 'unknown mark "later": expected no-run, no-types, cell' },
    ])
  })

  test('ignores a block inside a block', () => {
    expect(fromMarkdown('README.md', '````md\n```ts\na()\n```\n````\n').examples).toEqual([])
  })
})

test('javaScriptProblems reports what cannot be pasted, and TypeScript that is JavaScript', () => {
  const js = { language: 'js' } as const
  const cases: ReadonlyArray<readonly [code: string, marks: Partial<Example>, lines: ReadonlyArray<number>]> = [
    ["import { f } from 'unknown'\nconst a = await f(process.env.A)\nconsole.log(a.b, document.title)", js, []],
    ['const a: number = 1\nf(a, b)', js, [1, 2, 2]],
    ['const f = (a) => ({ a, b })', js, [1]],
    ['f(1)', { ...js, cell: true }, []],
    ['f(1) as never', { ...js, cell: true }, [1]],
    ['const a = 1', {}, [1]],
    ['const a: number = 1', {}, []],
    ['// @ts-expect-error: no number\nMath.abs("a")', {}, []],
  ]
  const examples = cases.map(([code, marks], at) => ({ ...example(code), file: `${at}.md`, ...marks }))
  const problems = javaScriptProblems(fileURLToPath(new URL('../..', import.meta.url)), examples)
  const found = examples.map(({ file }) => problems.filter((one) => one.file === file).map(({ line }) => line))
  expect(found).toEqual(cases.map(([, , lines]) => lines))
})

describe('untypedParameters', () => {
  const typed = (code: string) => program(code, 'js').split('\n')[0]

  test('types the parameters of functions that stand alone', () => {
    expect(typed('const f = (a, b = 1) => a')).toBe('const f = (a: any, b = 1) => a')
    expect(typed('const f = () => ({ g: (a) => a })')).toBe('const f = () => ({ g: (a: any) => a })')
  })

  test('leaves the arguments of calls to the types of the call', () => {
    expect(typed('runs.map((run) => run)')).toBe('runs.map((run) => run)')
  })
})

describe('toProgram', () => {
  test('asserts the value after an expression, on the same line', () => {
    expect(program('f(1) // => 2').split('\n')[0]).toBe('assertIs(f(1), (2), "src/a.ts:1");')
  })

  test('keeps the line numbers of the file', () => {
    const { program } = toProgram({ ...example('a\n\nf(1) // => 2'), line: 5 }, './assertIs.ts')
    expect(program.split('\n')[6]).toBe('assertIs(f(1), (2), "src/a.ts:7");')
  })

  test('asserts multi-line, awaited and nested expressions', () => {
    expect(program('f(\n  1,\n) // => 2')).toContain('assertIs(f(\n  1,\n), (2), "src/a.ts:3");')
    expect(program('await f() // => { a: [1] }')).toContain('assertIs(await f(), ({ a: [1] }), "src/a.ts:1");')
    expect(program('f(() => {\n  g() // => 1\n}) // => 2')).toContain(
      'assertIs(f(() => {\n  assertIs(g(), (1), "src/a.ts:2");\n}), (2), "src/a.ts:3");',
    )
  })

  test('ignores a string that looks like a claim', () => {
    expect(program("f('// => 1')").split('\n')[0]).toBe("f('// => 1')")
    expect(program('f(`\n// => 1\n`)')).not.toContain('assertIs')
  })

  test.each([
    ['const a = 1 // => 1', 1],
    ['f()\n// => 1', 2],
    ['f() // => 1 +', 1],
    ['f( // => 1', 1],
    ['a\nconst = 1', 2],
  ])('%j is reported with its line', (code, line) => {
    expect(problems(code)[0]).toMatchObject({ file: 'src/a.ts', line })
  })
})

test('assertIs compares deeply, treats NaN as equal, and reports the location of a difference', () => {
  expect(() => assertIs({ a: [Number.NaN] }, { a: [Number.NaN] }, 'x')).not.toThrow()
  expect(() => assertIs({ a: undefined }, {}, 'x')).toThrow()
  expect(() => assertIs([1], [2], 'src/a.ts:7')).toThrow(/^src\/a\.ts:7\n/)
})

test('write reports a syntax error with its file and line, and writes the other programs', () => {
  const root = mkdtempSync(join(tmpdir(), 'doctest-'))
  try {
    const examples = [
      example('f('),
      { ...example('f() // => 1'), line: 9 },
      { ...example('g()'), line: 20, runs: false },
    ]
    expect(write(root, examples)).toMatchObject([{ file: 'src/a.ts', line: 1 }])
    const tests = readFileSync(join(root, '.doctest/examples.test.ts'), 'utf8')
    expect(tests).toContain('src/a.ts:9')
    expect(tests).not.toContain('src/a.ts:20')
    expect(readFileSync(join(root, '.doctest/src/a.ts.20.ts'), 'utf8')).toContain('g()')
  } finally {
    rmSync(root, { recursive: true })
  }
})

test('missingExamples reports only files of operations without any example', () => {
  const text = '/** @category Run */\nexport const add = 1\n/** @internal */\nexport const hidden = 2\n'
  expect(missingExamples('src/ops/run/add.ts', text)).toEqual([
    { file: 'src/ops/run/add.ts', line: 2, message: 'no @example' },
  ])
  expect(
    missingExamples('src/ops/run/add.ts', `/** @category Run\n * @example */\nexport const a = 1\n${text}`),
  ).toEqual([])
  for (const file of ['src/types/a.ts', 'src/ops/run/index.ts', 'src/ops/generated/run.ts'])
    expect(missingExamples(file, text)).toEqual([])
})
