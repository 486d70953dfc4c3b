import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { members } from '../../scripts/pythonPage/members.ts'
import { page } from '../../scripts/pythonPage/page.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const codes = Object.values(members).flatMap((table) =>
  Object.values(table).flatMap((counterpart) => ('code' in counterpart ? [counterpart.code] : [])),
)

/** A program that has each counterpart on a line of its own, and its problems by line. */
const problemsOf = (lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  const path = at('counterparts.ts')
  const head = [
    `import * as door from '../../src/index.ts'`,
    `import * as node from '../../src/node/index.ts'`,
    'declare const wandb: door.Wandb, sweep: door.Sweep, file: door.RunFile, report: door.Report, artifact: door.Artifact',
    'declare const run: door.RunWith<door.HeavyField>, project: door.ProjectOverview, version: door.ArtifactVersion',
    'declare const section: door.ReportSection, filters: door.Filter, order: string',
  ]
  const names = [
    ...new Set(lines.flatMap((line) => [...line.matchAll(/(?<![.\w])[a-z]\w*(?=\()/g)].map(([name]) => name))),
  ]
  const exported = names.map((name) => `const ${name} = ${name.startsWith('download') ? 'node' : 'door'}.${name}`)
  const all = [...head, ...exported, 'export const all = async () => [', ...lines.map((line) => `${line},`), ']']
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: ['node'],
    paths: { '#openClient': [at('../../src/node/openClient.ts')] },
  }
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, all.join('\n'), ts.ScriptTarget.ES2022, true) : read(name, ...rest)
  const program = ts.createProgram([path], options, host)
  const source = program.getSourceFile(path)
  const found =
    source === undefined ? [] : [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
  return found.map(
    ({ messageText, start = 0 }) =>
      `${all[source?.getLineAndCharacterOfPosition(start).line ?? 0]} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  )
}

test('docs/python.md is up to date with the table', () => {
  expect(readFileSync(at('../../docs/python.md'), 'utf8')).toBe(page())
})

test('each counterpart is an expression that compiles', { timeout: 120_000 }, () => {
  expect(codes.length).toBeGreaterThan(120)
  const wrong = ['wandb.run(1)', 'runConfg(run)']
  const problems = problemsOf([...codes, ...wrong])
  expect(problems).toHaveLength(wrong.length)
  expect(problems.every((problem) => wrong.some((line) => problem.includes(line.split('(')[0] ?? '')))).toBe(true)
})
