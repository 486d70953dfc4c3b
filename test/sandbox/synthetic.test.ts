import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type SyntheticOptions, startSandbox } from '../../sandbox/index.ts'
import { type Answer, ask, names, RUNS } from './client.ts'

const WHERE = { project: 'training', entity: 'synthetic' }

const body = async (synthetic: SyntheticOptions): Promise<string> => {
  const sandbox = await startSandbox({ records: [], synthetic })
  const answer = JSON.stringify(await ask(sandbox, RUNS, { ...WHERE, first: 100 }))
  await sandbox.close()
  return answer
}

test('the same seed generates the same runs, another seed different configs and summaries', async () => {
  const options = { runs: 20, historyRows: 5 }
  const seven = await body({ ...options, seed: 7 })
  const eight = await body({ ...options, seed: 8 })
  expect(await body({ ...options, seed: 7 })).toBe(seven)
  const values = (text: string, field: string): string[] =>
    JSON.parse(text).data.project.runs.edges.map(({ node }: Answer) => node[field])
  for (const field of ['name', 'config', 'summaryMetrics'])
    expect(values(seven, field).filter((value, index) => value === values(eight, field)[index])).toEqual([])
})

test('a hundred thousand runs take no memory until they are read', async () => {
  const sandbox = await startSandbox({ records: [], synthetic: { runs: 100_000, configKeys: 50, summaryKeys: 50 } })
  const runs = sandbox.store.project('synthetic', 'training')?.runs ?? []
  expect(runs).toHaveLength(100_000)
  expect(runs.every((run) => Object.getOwnPropertyNames(run).length === 0)).toBe(true)
  expect((await ask(sandbox, RUNS, { ...WHERE, first: 1 })).data.project.runCount).toBe(100_000)
  await sandbox.close()
})

test('filters and orders agree with the JSON text', async () => {
  const sandbox = await startSandbox({ records: [], synthetic: { runs: 200, configKeys: 12, summaryKeys: 5 } })
  const { data } = await ask(sandbox, RUNS, { ...WHERE, first: 1000 })
  const runs = data.project.runs.edges.map(({ node }: Answer) => ({
    name: node.name,
    config: JSON.parse(node.config),
    accuracy: Number(/"accuracy":([^,}]+)/.exec(node.summaryMetrics)?.[1]),
  }))
  const adam = runs.filter((run: Answer) => run.config.optimizer.value === 'adam').map((run: Answer) => run.name)
  expect(adam.length).toBeGreaterThan(0)
  expect(await names(sandbox, { ...WHERE, first: 1000, filters: '{"config.optimizer.value":"adam"}' })).toEqual(adam)
  const wide = runs.filter((run: Answer) => run.config.model.value.width >= 128).map((run: Answer) => run.name)
  expect(await names(sandbox, { ...WHERE, first: 1000, filters: '{"config.model.width":{"$gte":128}}' })).toEqual(wide)
  const ranked = [...runs].sort((one, other) => other.accuracy - one.accuracy).map((run) => run.name)
  expect(await names(sandbox, { ...WHERE, first: 1000, order: '-summary_metrics.accuracy' })).toEqual(ranked)
  await sandbox.close()
})

test('a run can log 350 versions, and each version refers to that run', async () => {
  const sandbox = await startSandbox({
    records: [],
    synthetic: { runs: 3, artifactsPerRun: 2, artifactsOf: { 1: 350 }, usedArtifactsPerRun: 1 },
  })
  const [, name] = await names(sandbox, { ...WHERE, first: 3 })
  const { data } = await ask(
    sandbox,
    `{ project(name: "training", entityName: "synthetic") {
    run(name: "${name}") { outputArtifacts(first: 1000) { totalCount edges { node { id versionIndex createdBy { ... on Run { name } } } } } inputArtifacts { totalCount } }
    artifact(name: "model:latest") { versionIndex aliases { alias } }
  } }`,
  )
  const { outputArtifacts, inputArtifacts } = data.project.run
  expect(outputArtifacts.totalCount).toBe(350)
  expect(outputArtifacts.edges.map(({ node }: Answer) => node.versionIndex)).toEqual(
    Array.from({ length: 350 }, (_, index) => index + 2),
  )
  expect(new Set(outputArtifacts.edges.map(({ node }: Answer) => node.createdBy.name))).toEqual(new Set([name]))
  expect(inputArtifacts.totalCount).toBe(1)
  expect(data.project.artifact).toMatchObject({ versionIndex: 353, aliases: [{ alias: 'latest' }, { alias: 'v353' }] })
  await sandbox.close()
})

test('the files of a synthetic run can be read and match their MD5', async () => {
  const sandbox = await startSandbox({ records: [], synthetic: { runs: 1, filesPerRun: 120 } })
  const [name] = await names(sandbox, WHERE)
  const { data } = await ask(
    sandbox,
    `{ project(name: "training", entityName: "synthetic") { run(name: "${name}") { fileCount files(first: 2) { pageInfo { hasNextPage } edges { node { md5 directUrl sizeBytes } } } } } }`,
  )
  const { fileCount, files } = data.project.run
  expect([fileCount, files.pageInfo.hasNextPage]).toEqual([120, true])
  for (const { node } of files.edges) {
    const bytes = Buffer.from(await (await fetch(node.directUrl)).arrayBuffer())
    expect([bytes.length, createHash('md5').update(bytes).digest('base64')]).toEqual([node.sizeBytes, node.md5])
  }
  await sandbox.close()
})
