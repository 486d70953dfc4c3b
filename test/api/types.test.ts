import { fileURLToPath } from 'node:url'
import * as t from 'io-ts'
import * as ts from 'typescript'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type ArtifactVersion,
  type ConfigDict,
  type History,
  type Listed,
  type LoadedRuns,
  type Project,
  type Run,
  type Runs,
  type RunWith,
  runConfig,
  runLoggedArtifactVersion,
  type Sweep,
  type Wandb,
  type WandbList,
} from 'wandb-run-ops'

declare const wandb: Wandb

/** Never called: the compiler checks it. */
const typed = (check: () => unknown): void => {
  expect(typeof check).toBe('function')
}

describe('what a load returns', () => {
  test('is a default run without fields', () => {
    typed(() => {
      expectTypeOf(wandb.runs('team/vision')).toEqualTypeOf<Runs<Run>>()
      expectTypeOf(wandb.runs()).toEqualTypeOf<Runs<Run>>()
      expectTypeOf(wandb.runs({ project: 'team/vision', limit: 5 })).toEqualTypeOf<Runs<Run>>()
      expectTypeOf(wandb.run('team/vision/a1')).resolves.toEqualTypeOf<Run>()
      expectTypeOf(wandb.bestRun('team/vision/s1')).resolves.toEqualTypeOf<Run | undefined>()
      expectTypeOf(wandb.usedBy('team/vision/model:v1')).toEqualTypeOf<WandbList<Listed<Run>, Run>>()
      expectTypeOf(wandb.sweepRuns('team/vision/s1')).toEqualTypeOf<WandbList<LoadedRuns<Run>, Run>>()
    })
  })

  test('has the fields that were asked for, and no others', () => {
    typed(async () => {
      const { runs } = await wandb.runs('team/vision', { fields: ['config', 'loggedArtifactVersions'] })
      expectTypeOf(runs).toEqualTypeOf<Array<RunWith<'config' | 'loggedArtifactVersions'>>>()
      expectTypeOf(runs.map(runConfig)).toEqualTypeOf<Array<ConfigDict>>()
      // @ts-expect-error the summary was not asked for
      runs.map((run) => run.summary)

      for await (const run of wandb.runs({ project: 'team/vision', fields: ['summary'] })) {
        expectTypeOf(run).toEqualTypeOf<RunWith<'summary'>>()
        // @ts-expect-error the config was not asked for
        runConfig(run)
      }
      for await (const run of wandb.runs('team/vision')) {
        // @ts-expect-error artifact versions are loaded on demand
        runLoggedArtifactVersion(run, 'model:latest')
      }
      const run = await wandb.run('team/vision/a1', { fields: [] })
      // @ts-expect-error nothing but the light fields was asked for
      run.config
      for await (const page of wandb.runs('team/vision', { fields: ['history'] }).pages())
        expectTypeOf(page.runs[0]?.history).toEqualTypeOf<History | undefined>()
    })
  })

  test('is typed by codecs', () => {
    typed(async () => {
      const config = t.type({ learning_rate: t.number })
      const { runs } = await wandb.runs('team/vision', { decode: { config } })
      expectTypeOf(runs).toEqualTypeOf<Array<Run<{ learning_rate: number }>>>()
      expectTypeOf(runs.map((run) => runConfig(run).learning_rate)).toEqualTypeOf<Array<number>>()
      // @ts-expect-error the codec has no such key
      runs.map((run) => runConfig(run).batch_size)
      const run = await wandb.run({ run: 'team/vision/a1', decode: { summary: t.type({ loss: t.number }) } })
      expectTypeOf(run.summary.loss).toEqualTypeOf<number>()
    })
  })

  test('is a list of its records', () => {
    typed(async () => {
      expectTypeOf(wandb.projects('team')).toEqualTypeOf<WandbList<Listed<Project>, Project>>()
      expectTypeOf((await wandb.sweeps('team/vision')).items).toEqualTypeOf<Array<Sweep>>()
      for await (const version of wandb.artifactVersions('team/vision/model'))
        expectTypeOf(version).toEqualTypeOf<ArtifactVersion>()
      expectTypeOf((await wandb.artifact('team/vision/model', { fields: ['aliases'] })).aliases).toEqualTypeOf<
        ReadonlyArray<string>
      >()
      // @ts-expect-error the versions were not asked for
      ;(await wandb.artifact('team/vision/model')).versions
    })
  })
})

describe('what a load takes', () => {
  test('is a path, a record or a query, and no option that does not exist', () => {
    typed(async () => {
      const run = await wandb.run('team/vision/a1')
      wandb.history(run)
      wandb.history({ run, keys: ['loss'] })
      wandb.runs(await wandb.project('team/vision'))
      wandb.artifactFiles(await wandb.artifactVersion('team/vision/model:v1'), { names: ['a'] })
      // @ts-expect-error there is no option filter
      wandb.runs('team/vision', { filter: {} })
      // @ts-expect-error there is no option key
      wandb.history(run, { key: ['loss'] })
      // @ts-expect-error there is no field of that name
      wandb.runs('team/vision', { fields: ['configs'] })
      // @ts-expect-error an agent is part of a sweep
      wandb.agent('team/vision/s1')
    })
  })
})

test('the default run shows as Run in a hover', () => {
  const path = fileURLToPath(new URL('hover.ts', import.meta.url))
  const text = `import { connect } from '../../src/index.ts'
    const wandb = connect()
    export const first = async () => { for await (const run of wandb.runs('team/vision')) return run; return undefined }
    export const one = async () => { const run = await wandb.run('team/vision/a1'); return run }`
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
    paths: { '#openClient': [fileURLToPath(new URL('../../src/node/openClient.ts', import.meta.url))] },
  }
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : read(name, ...rest)
  const program = ts.createProgram([path], options, host)
  const checker = program.getTypeChecker()
  const shown: Array<string> = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'run')
      shown.push(checker.typeToString(checker.getTypeAtLocation(node.name)))
    ts.forEachChild(node, visit)
  }
  const source = program.getSourceFile(path)
  if (source !== undefined) visit(source)
  expect(shown).toEqual(['Run<ConfigDict, SummaryDict>', 'Run<ConfigDict, SummaryDict>'])
})
