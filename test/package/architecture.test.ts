import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { publicDeclarations } from './architecture/publicDeclarations.ts'
import { readModule } from './architecture/readModule.ts'
import { cyclesRule } from './architecture/rules/cycles.ts'
import { docTagsRule, fieldDocsRule } from './architecture/rules/docTags.ts'
import { effectsRule } from './architecture/rules/effects.ts'
import { defaultExportRule, indexRule } from './architecture/rules/exports.ts'
import { internalRule, unpublishedRule } from './architecture/rules/internal.ts'
import { layersRule, nodeRule } from './architecture/rules/layers.ts'
import { mirroredTestsRule } from './architecture/rules/mirroredTests.ts'
import { namesRule } from './architecture/rules/names.ts'
import { specifiersRule } from './architecture/rules/specifiers.ts'
import { filesBelow, root } from './architecture/sourceFiles.ts'

const modules = filesBelow('src').map((path) => readModule(path, readFileSync(join(root, path), 'utf8')))
const tests = new Set(filesBelow('test'))

const entryPoints = Object.values(packageJson.exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [entry.default.replace(/^\.\/dist\/(.*)\.js$/, 'src/$1.ts')],
)

const expectNone = (violations: ReadonlyArray<string>): void => {
  expect(violations.length, `\n${violations.join('\n')}\n`).toBe(0)
}

test('the source is there to be judged', () => {
  expect(modules.length).toBeGreaterThan(20)
})

test('folders import downwards, and only the packages that are theirs', () => {
  expectNone(modules.flatMap(layersRule))
})

test('what needs Node stays in src/loader/node', () => {
  expectNone(modules.flatMap(nodeRule))
})

test('specifiers are spelled in the one way that works everywhere', () => {
  expectNone(modules.flatMap(specifiersRule))
})

test('what is internal stays within its parent folder, and is not published', () => {
  expectNone([...modules.flatMap(internalRule), ...modules.flatMap(unpublishedRule)])
})

test('no file imports itself by way of others', () => {
  expectNone(cyclesRule(modules))
})

test('no default exports', () => {
  expectNone(modules.flatMap(defaultExportRule))
})

test('index files re-export and say what their folder is for', () => {
  expectNone(modules.flatMap(indexRule))
})

test('the loader alone has effects', () => {
  expectNone(modules.flatMap(effectsRule))
})

test('no folder and no file has a name that says nothing', () => {
  const folders = ['src', 'test', 'sandbox', 'examples', 'bench', 'scripts']
  expectNone(folders.flatMap(filesBelow).flatMap(namesRule))
})

test('every source file with run-time code has a test file that mirrors it', () => {
  expectNone(mirroredTestsRule(modules, tests))
})

test('every entry point of the package has its source', () => {
  expectNone(entryPoints.filter((path) => !modules.some((module) => module.path === path)))
})

describe('every public declaration', () => {
  const declarations = publicDeclarations(root, entryPoints)

  test('says its category and since when it is there', () => {
    expect(declarations.length).toBeGreaterThan(20)
    expectNone(declarations.flatMap(docTagsRule))
  })

  test('that is an interface says what each of its fields holds', () => {
    expectNone(declarations.flatMap(fieldDocsRule))
  })
})
