import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadRuns, loadRunTable, makeClient } from 'wandb-run-ops/loader'
import { columnValue, runTable } from 'wandb-run-ops/ops'
import { type Column, column } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { cellAt } from '../../src/history/table/cellAt.ts'
import { columnRows, computedColumns } from '../../src/query/columnFields.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import { dict } from '../arbitraries/json.ts'
import { rightOf } from '../loader/servers/either.ts'
import { listing, runNode } from '../loader/servers/nodes.ts'
import { scripted } from '../loader/servers/scripted.ts'
import { virtualTime } from '../loader/servers/virtualTime.ts'
import { mutate } from '../types/arbitraries/mutate.ts'
import { random as randomOf } from '../types/arbitraries/random.ts'
import { caseCount } from './law.ts'

const light = [...columnRows.keys()].filter((name) => !Object.hasOwn(computedColumns, name))

const dicts = {
  config: '{"lr": {"value": 0.1}, "a.b": {"value": 1}, "_wandb": {"value": {"x": 1}}, "__proto__": {"value": 7}}',
  summaryMetrics: '{"loss": "NaN", "deep": {"x": ["Infinity", {"y": NaN}]}, "_wandb": {"runtime": 5}, "acc": 1}',
  systemMetrics: '{"cpu": 5.5, "gpu": "-Infinity"}',
}

/** A node as a broken server might send it. */
const hostileNode = (node: object, seed: number): unknown => {
  try {
    return JSON.parse(JSON.stringify(mutate(structuredClone(node) as Record<string, unknown>, randomOf(seed))))
  } catch {
    // JSON cannot hold every mutation.
    return node
  }
}

const wrapped = (config: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }])))

const someDicts = fc.oneof(
  fc.constant(dicts),
  fc.record({ config: dict.map(wrapped), summaryMetrics: dict.map((one) => JSON.stringify(one)) }),
)

const hostileNodes: fc.Arbitrary<ReadonlyArray<unknown>> = fc
  .array(fc.tuple(someDicts, fc.option(fc.nat(), { freq: 2 })), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map(([more, seed], number) => {
      const node = runNode(number, more)
      return seed === null ? node : hostileNode(node, seed)
    }),
  )

const clientOf = (nodes: ReadonlyArray<unknown>) =>
  makeClient({ ...virtualTime(), fetch: scripted(listing(nodes)).fetch })

const project = 'team/vision'

const columnAt = (table: RunTable, name: string): ReadonlyArray<unknown> => {
  const found = table.columns[name]
  return found === undefined ? [] : Array.from({ length: table.length }, (_, row) => cellAt(found, row))
}

const hasColumns = (table: RunTable, runs: ReadonlyArray<Run>, columns: Readonly<Record<string, Column>>): boolean =>
  table.length === runs.length &&
  Object.entries(columns).every(([name, one]) =>
    isDeepStrictEqual(
      columnAt(table, name),
      runs.map((run) => columnValue(run, one as Column<unknown, Run>)),
    ),
  )

const field = (name: string): Column => ({ _tag: 'Field', name: name as never })

const asked: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(light.map((name) => [name, field(name)])),
  name: column.name,
  runtime: column.runtime,
  lr: column.config('lr'),
  dotted: column.config('a.b'),
  own: column.config('_wandb'),
  proto: column.config('__proto__'),
  inherited: column.summary('constructor', 'name'),
  loss: column.summary('loss'),
  deep: column.summary('deep', 'x', '1', 'y'),
  list: column.summary('deep', 'x'),
  summaryOwn: column.summary('_wandb', 'runtime'),
  gpu: column.systemMetrics('gpu'),
}

const keysOf = (runs: ReadonlyArray<Run>, dict: 'config' | 'summary'): ReadonlyArray<string> => [
  ...new Set(runs.flatMap((run) => Object.keys(run[dict]))),
]

test('a table of all that a record has is that of the records, with the same account', async () => {
  await fc.assert(
    fc.asyncProperty(hostileNodes, fc.integer({ min: 1, max: 5 }), async (nodes, pageSize) => {
      const { runs, skippedInside, ...account } = rightOf(await loadRuns({ project, pageSize })(clientOf(nodes))())
      const { table, ...rest } = rightOf(await loadRunTable({ project, pageSize, columns: asked })(clientOf(nodes))())
      return (
        isDeepStrictEqual(rest, account) &&
        isDeepStrictEqual(table, runTable(runs, asked as never)) &&
        hasColumns(table, runs, asked)
      )
    }),
    { numRuns: caseCount(2_000) },
  )
})

test('without columns, a table has the light fields and every key of a config or summary', async () => {
  await fc.assert(
    fc.asyncProperty(hostileNodes, fc.integer({ min: 1, max: 5 }), async (nodes, pageSize) => {
      const query = { project, pageSize }
      const fields = ['config', 'summary'] as const
      const { runs, skippedInside, ...account } = rightOf(await loadRuns({ ...query, fields })(clientOf(nodes))())
      const { table, ...rest } = rightOf(await loadRunTable(query)(clientOf(nodes))())
      const all = runs as ReadonlyArray<unknown> as ReadonlyArray<Run>
      const columns = Object.fromEntries([
        ...light.map((name) => [name, field(name)] as const),
        ...keysOf(all, 'config').map((key) => [`config.${key}`, column.config(key)] as const),
        ...keysOf(all, 'summary').map((key) => [`summary.${key}`, column.summary(key)] as const),
      ])
      return (
        isDeepStrictEqual(rest, account) &&
        isDeepStrictEqual(table.names, Object.keys(columns)) &&
        isDeepStrictEqual({ ...table.sources }, columns) &&
        isDeepStrictEqual(table, runTable(runs)) &&
        hasColumns(table, all, columns)
      )
    }),
    { numRuns: caseCount(2_000) },
  )
})

test('a column that is not asked for spoils no row, and no other than the asked columns fails one', async () => {
  await fc.assert(
    fc.asyncProperty(hostileNodes, fc.subarray(Object.keys(asked), { minLength: 1 }), async (nodes, names) => {
      const columns = Object.fromEntries(names.map((name) => [name, asked[name] as Column]))
      const loaded = rightOf(await loadRuns({ project })(clientOf(nodes))())
      const { table, failures } = rightOf(
        await loadRunTable({ project, columns: { ...columns, storage: column.storageId } })(clientOf(nodes))(),
      )
      const rows = new Map(columnAt(table, 'storage').map((id, row) => [id, row]))
      const isFailed = new Set(loaded.failures.map(({ index }) => index))
      return (
        failures.every(({ index }) => isFailed.has(index)) &&
        table.length + failures.length === loaded.runs.length + loaded.failures.length &&
        loaded.runs.every((run) => {
          const row = rows.get(run.storageId) ?? -1
          return names.every((name) =>
            isDeepStrictEqual(columnAt(table, name)[row], columnValue(run, asked[name] as Column<unknown, Run>)),
          )
        })
      )
    }),
    { numRuns: caseCount(2_000) },
  )
})

test('some nodes of the laws can be read, and some cannot', async () => {
  const lists = fc.sample(hostileNodes, { numRuns: 50, seed: 1 })
  const counts = await Promise.all(
    lists.map(async (nodes) => rightOf(await loadRunTable({ project, columns: asked })(clientOf(nodes))())),
  )
  expect(counts.some(({ failures }) => failures.length > 0)).toBe(true)
  expect(counts.some(({ table }) => table.length > 3)).toBe(true)
})
