import { parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { type Column, column } from 'wandb-run-ops/query'
import { selectColumns, tableDocument, tableVariables, wholeRuns } from '../../../src/loader/table/tableSelection.ts'
import { columnRows } from '../../../src/query/columnFields.ts'
import { wandbSchema } from '../../fixtures/wandbSchema.ts'

const fields: ReadonlyArray<Column> = [...columnRows.keys()].map((name) => ({ _tag: 'Field', name: name as never }))
const dicts: ReadonlyArray<Column> = [column.config('lr'), column.summary('val/loss'), column.systemMetrics('cpu')]

const subsets = <A>(list: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_, place) => (bits >> place) % 2 === 1))

const selections = [
  wholeRuns,
  ...subsets(dicts).flatMap((some) =>
    [[], ...fields.map((one) => [one])].map((more) => selectColumns([...some, ...more])),
  ),
]

test("documents are valid against W&B's schema, for every field and dict", () => {
  const documents = selections.flatMap((selection) => [
    tableDocument(selection, { count: true, cursors: true }),
    tableDocument(selection, { count: false, cursors: false }),
  ])
  expect(documents.length).toBe(2 * (1 + 8 * (1 + fields.length)))
  const texts = [...new Set(documents.map(({ text }) => text))]
  expect(texts.flatMap((text) => validate(wandbSchema, parse(text))).map(String)).toEqual([])
})

test('variables are those that the documents declare', () => {
  for (const selection of selections) {
    const { text } = tableDocument(selection, { count: true, cursors: true })
    const declared = ['configKeys', 'summaryKeys'].filter((name) => text.includes(`$${name}: [String!]`))
    expect(Object.keys(tableVariables(selection))).toEqual(declared)
  }
})

test('keys are those at the top, each once', () => {
  const { keys, dicts, reads } = selectColumns([
    column.config('optimizer', 'lr'),
    column.config('optimizer', 'name'),
    column.config('a.b'),
    column.summary('loss'),
  ])
  expect(keys).toEqual({ config: ['optimizer', 'a.b'], summary: ['loss'] })
  expect([dicts, Object.keys(reads)]).toEqual([
    ['config', 'summary'],
    ['id', 'storageId'],
  ])
})

test('fields come in the order of the record, with those that a computed column reads', () => {
  const names = Object.keys(selectColumns([column.runtime, column.name, column.entity]).reads)
  expect(names).toEqual(['id', 'storageId', 'displayName', 'createdAt', 'heartbeatAt'])
})
