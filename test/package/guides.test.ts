import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { fences } from '../../scripts/doctest/fences.ts'
import { pages, sourceFiles } from '../../scripts/doctest/files.ts'
import { page as operationsList } from '../../scripts/operationsList/page.ts'
import { library } from '../../src/expression/library/library.ts'
import { type GuideApi, readGuideApi } from './guides/readGuideApi.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8')

const guides = new Map(pages(root).map((file) => [file, read(file)]))
const text = [...guides.values()].join('\n')
const blocks = fences(text.split('\n')).map(({ code }) => code)
const spans = text.match(/`[^`\n]+`/g) ?? []
const identifiers = (texts: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set(texts.flatMap((one) => one.match(/[A-Za-z_$][\w$]*/g) ?? []))

/** The names in code: in running text, a word such as "samples" says nothing about an option. */
const named = identifiers([...blocks, ...spans])

/** The variables that a program asks its environment for. */
const variables = (): ReadonlySet<string> => {
  const files = [...sourceFiles(root).filter((file) => file.startsWith('src/node/')), ...cliFiles()]
  return new Set(
    files.flatMap((file) => [
      ...[...read(file).matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/g)].map(([, name = '']) => name),
      ...(read(file).match(/(?<=')(?:WANDB|HTTPS?|NO)_[A-Z_]+(?=')/g) ?? []),
    ]),
  )
}

const cliFiles = (): ReadonlyArray<string> =>
  ts.sys.readDirectory(`${root}cli`, ['.ts']).map((file) => file.slice(root.length))

let api: GuideApi

beforeAll(() => {
  api = readGuideApi(root)
}, 120_000)

test('docs/operations-list.md is up to date with the doc comments (npx tsx scripts/operationsList.ts)', () => {
  expect(read('docs/operations-list.md')).toBe(operationsList())
})

describe('a guide names', () => {
  test('every exported value', () => {
    expect(api.values.length).toBeGreaterThan(400)
    expect(api.values.filter((name) => !named.has(name))).toEqual([])
  })

  test('every exported type that no exported value leads to', () => {
    expect(api.types.length).toBeGreaterThan(200)
    expect(api.ownTypes.filter((name) => !named.has(name))).toEqual([])
  })

  test('every option of a load, a client and a function', () => {
    expect(api.options.length).toBeGreaterThan(60)
    expect(api.options.filter((name) => !named.has(name))).toEqual([])
  })

  test('every tag of an error', () => {
    expect(api.tags).toContain('RateLimited')
    expect(api.tags.filter((name) => !named.has(name))).toEqual([])
  })

  test('every environment variable that is read', () => {
    expect(variables()).toContain('WANDB_API_KEY')
    expect([...variables()].filter((name) => !named.has(name))).toEqual([])
  })
})

describe('the guides name nothing that is not there:', () => {
  test('what examples import is exported', () => {
    const imports = blocks.flatMap((code) => [
      ...code.matchAll(/import (?:type )?\{([^}]*)\} from '(wandb-run-ops[^']*)'/g),
    ])
    const missing = imports.flatMap(([, names = '', specifier = '']) =>
      names
        .split(',')
        .map((name) =>
          name
            .trim()
            .replace(/^type /, '')
            .replace(/ as .*$/, ''),
        )
        .filter((name) => name !== '' && api.exports.get(specifier)?.has(name) !== true)
        .map((name) => `${specifier}: ${name}`),
    )
    expect(imports.length).toBeGreaterThan(50)
    expect(missing).toEqual([])
  })

  test('loads and downloads in running text are exported', () => {
    const called = [...identifiers(spans)].filter((name) =>
      /^(load|download|paginate|count|parse|make)[A-Z]/.test(name),
    )
    // Chains of the expression language, which has a page of its own.
    const methods = new Set(library.map(({ chain }) => chain))
    const all = new Set([...api.exports.values()].flatMap((names) => [...names]))
    expect(called.length).toBeGreaterThan(40)
    expect(called.filter((name) => !all.has(name) && !methods.has(name))).toEqual([])
  })
})
