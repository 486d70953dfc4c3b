import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readModule } from './architecture/readModule.ts'
import { isRelative, resolve } from './architecture/resolve.ts'
import { root } from './architecture/sourceFiles.ts'

const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

const importsOf = (path: string): ReadonlyArray<string> =>
  readModule(path, readFileSync(join(root, path), 'utf8'))
    .imports.filter(isRelative)
    .map((specifier) => resolve(path, specifier))

/** The files of the drawn walk, in order. */
const walk = [...(/```\n([\s\S]*?)```/.exec(page)?.[1] ?? '').matchAll(/src\/\S+\.ts/g)].map(([path]) => path)

test('every room of the source is on the page, and every room of the page is there', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}/`)
    .sort()
  const named = [...page.matchAll(/^\| \d \| `(src\/\w+\/)` \|/gm)].map(([, room]) => room)
  expect(named.toSorted()).toEqual(rooms)
})

test('every path on the page exists', () => {
  const paths = [...page.matchAll(/(?:src|test|cli|sandbox|docs|bench|examples)\/[\w./-]*\w/g)].map(([path]) => path)
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('each step of the walk is joined to an earlier one by an import', () => {
  expect(walk.length).toBeGreaterThan(8)
  const imports = new Map(walk.map((path) => [path, importsOf(path)]))
  const isJoined = (path: string, other: string): boolean =>
    imports.get(path)?.includes(other) === true || imports.get(other)?.includes(path) === true
  const lonely = walk.filter((path, index) => index > 0 && !walk.slice(0, index).some((other) => isJoined(path, other)))
  // The operation takes the record as a value: it imports no file of the walk.
  expect(lonely).toEqual(['src/ops/run/config.ts'])
})
