import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annotatePure } from '../../scripts/package/annotatePure.ts'
import { linkDeclarations } from '../../scripts/package/declarations.ts'
import { removeUnused, writeEsModules } from '../../scripts/package/esModules.ts'
import { moduleGraph } from '../../scripts/package/moduleGraph.ts'
import { sharedImports } from '../../scripts/package/sharedChunks.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

/** Builds a graph; a specifier in parentheses is loaded on demand. */
const graphOf = (imports: Readonly<Record<string, ReadonlyArray<string>>>) => {
  const inputs = Object.entries(imports).map(([file, paths]) => [
    file,
    {
      bytes: 1,
      imports: paths.map((path) => ({
        path: path.replace(/[()]/g, ''),
        kind: path.startsWith('(') ? ('dynamic-import' as const) : ('import-statement' as const),
      })),
    },
  ])
  return moduleGraph({ inputs: Object.fromEntries(inputs), outputs: {} })
}

test('sharedImports: a main entry point loads what it needs, and the others load whole chunks', () => {
  const graph = graphOf({
    ops: ['run', 'series'],
    loader: ['run', 'http'],
    bridge: ['run'],
    run: [],
    series: [],
    http: [],
  })
  const imports = sharedImports(graph, ['ops', 'loader'], ['bridge'])
  expect(imports.get('ops')?.toSorted()).toEqual(['ops', 'run', 'series'])
  expect(imports.get('loader')?.toSorted()).toEqual(['http', 'loader', 'run'])
  expect(imports.get('bridge')).toEqual(['run'])
})

test('sharedImports: a lazy module is no part of what loads it, and has the chunks of what loads it', () => {
  const graph = graphOf({ loader: ['http', '(parquet)'], http: [], parquet: ['reader'], reader: [] })
  const imports = sharedImports(graph, ['loader'], [])
  expect(imports.get('loader')?.toSorted()).toEqual(['http', 'loader'])
  expect(imports.get('parquet')?.toSorted()).toEqual(['http', 'loader'])
})

test('linkDeclarations spells imports as files, and finds what the entries import', () => {
  write({
    'types/index.d.ts': `export * from './a.ts'\nexport type X = import("./sub/b.ts").X\nexport * from 'io-ts'\n`,
    'types/a.d.ts': `import type { B } from './sub/b.ts'\n`,
    'types/sub/b.d.ts': `export type B = 1\n`,
    'types/unused.d.ts': `export type C = 1\n`,
  })
  const found = linkDeclarations([join(folder, 'types/index.d.ts')])
  expect([...found].map((file) => file.slice(folder.length + 7)).toSorted()).toEqual([
    'a.d.ts',
    'index.d.ts',
    'sub/b.d.ts',
  ])
  expect(read('types/index.d.ts')).toBe(
    `export * from './a.js'\nexport type X = import("./sub/b.js").X\nexport * from 'io-ts'\n`,
  )
  expect(read('types/a.d.ts')).toContain(`'./sub/b.js'`)
})

test('removeUnused removes files and the folders that become empty', () => {
  write({ 'es6/a.js': '', 'es6/old/b.js': '' })
  removeUnused(join(folder, 'es6'), new Set([join(folder, 'es6/a.js')]))
  expect(existsSync(join(folder, 'es6/a.js'))).toBe(true)
  expect(existsSync(join(folder, 'es6/old'))).toBe(false)
})

test('writeEsModules imports ES modules, marks initializers as pure and leaves comments out', async () => {
  write({ 'modules/a.js': `// a comment\nimport * as E from 'fp-ts/lib/Either.js'\nexport const one = E.right(1)\n` })
  await writeEsModules(join(folder, 'modules'))
  expect(read('modules/a.js')).toBe(
    `import * as E from "fp-ts/es6/Either.js";\nexport const one = /* @__PURE__ */ E.right(1);\n`,
  )
})

test('annotatePure marks the calls of a module, not those of its functions', () => {
  expect(annotatePure('a.ts', 'const a = f(g())\nconst h = () => f()\n')).toBe(
    'const a = /* @__PURE__ */ f(/* @__PURE__ */ g())\nconst h = () => f()\n',
  )
})
