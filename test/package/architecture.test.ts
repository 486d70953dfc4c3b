import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { publicDeclarations } from './architecture/publicDeclarations.ts'
import { readModule } from './architecture/readModule.ts'
import { cyclesRule } from './architecture/rules/cycles.ts'
import { docTagsRule, fieldDocsRule } from './architecture/rules/docTags.ts'
import { doorsRule, independenceRule } from './architecture/rules/doors.ts'
import { effectsRule } from './architecture/rules/effects.ts'
import { defaultExportRule, indexRule } from './architecture/rules/exports.ts'
import { floorsRule } from './architecture/rules/floors.ts'
import { caseRule, folderCyclesRule, folderSizeRule, indexImportsRule } from './architecture/rules/folders.ts'
import { mirroredTestsRule } from './architecture/rules/mirroredTests.ts'
import { bannedNames, glossaryRule, namesRule, uniqueNamesRule } from './architecture/rules/names.ts'
import { specifiersRule } from './architecture/rules/specifiers.ts'
import { filesBelow, root } from './architecture/sourceFiles.ts'

const modulesBelow = (...folders: ReadonlyArray<string>) =>
  folders.flatMap(filesBelow).map((path) => readModule(path, readFileSync(join(root, path), 'utf8')))

const modules = modulesBelow('src')
const around = modulesBelow('bench', 'cli', 'examples', 'panel', 'sandbox')
const tests = new Set(filesBelow('test'))

const entryPoints = Object.values(packageJson.exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [entry.module.replace(/^\.\/dist\/es6\/(.*)\.js$/, 'src/$1.ts')],
)
const declarations = publicDeclarations(root, entryPoints)

const expectNone = (violations: ReadonlyArray<string>): void => {
  expect(violations.length, `\n${violations.join('\n')}\n`).toBe(0)
}

test('there is source to check', () => {
  expect(modules.length).toBeGreaterThan(20)
  expect(around.length).toBeGreaterThan(20)
})

test('rooms import from the floors below, and only their own packages', () => {
  expectNone(modules.flatMap(floorsRule))
})

test('the source knows nothing of what is built around it, which keeps out of what is internal', () => {
  expectNone([...modules.flatMap(independenceRule), ...[...modules, ...around].flatMap(doorsRule)])
})

test('specifiers are spelled in the one way that works everywhere', () => {
  expectNone(modules.flatMap(specifiersRule))
})

test('no file imports itself through others', () => {
  expectNone([...cyclesRule(modules), ...cyclesRule(around)])
})

test('no two folders import each other', () => {
  expectNone([...folderCyclesRule(modules), ...folderCyclesRule(around)])
})

test('within the source, only an index imports an index', () => {
  expectNone(modules.flatMap(indexImportsRule))
})

test('a folder of the source holds at least three files', () => {
  expectNone(folderSizeRule(modules.map(({ path }) => path)))
})

test('no two paths differ only by case', () => {
  expectNone(caseRule([...modules, ...around].map(({ path }) => path)))
})

test('no default exports', () => {
  expectNone(modules.flatMap(defaultExportRule))
})

test('index files only re-export, and document their folder', () => {
  expectNone(modules.flatMap(indexRule))
})

test('only the rooms of input and output have effects', () => {
  expectNone(modules.flatMap(effectsRule))
})

test('no folder and no file has a name that says nothing', () => {
  const folders = ['src', 'test', 'sandbox', 'examples', 'bench', 'scripts', 'cli', 'panel']
  expectNone(folders.flatMap(filesBelow).flatMap(namesRule))
})

test('no file and no export has a name that the glossary replaces', () => {
  const banned = bannedNames(readFileSync(join(root, 'docs/glossary.md'), 'utf8'))
  expect(banned.size).toBeGreaterThan(20)
  expectNone([...modules, ...around].flatMap((module) => glossaryRule(module, banned)))
})

test('no two exported functions share a name', () => {
  expectNone(uniqueNamesRule(modules))
})

test('every published source file with run-time code has a test file that mirrors it', () => {
  expectNone(mirroredTestsRule(modules, new Set(declarations.map(({ path, name }) => `${path}#${name}`)), tests))
})

test('every entry point of the package has its source', () => {
  expectNone(entryPoints.filter((path) => !modules.some((module) => module.path === path)))
})

describe('every public declaration', () => {
  test('has a category and the version that introduced it', () => {
    expect(declarations.length).toBeGreaterThan(20)
    expectNone(declarations.flatMap(docTagsRule))
  })

  test('that is an interface documents its fields', () => {
    expectNone(declarations.flatMap(fieldDocsRule))
  })
})
