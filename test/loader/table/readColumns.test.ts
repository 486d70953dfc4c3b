import { beforeEach, expect, test } from 'vitest'
import { loadRunTable, makeClient } from 'wandb-run-ops/loader'
import { column } from 'wandb-run-ops/query'
import { readColumns } from '../../../src/loader/table/readColumns.ts'
import { failsWith, leftOf, rightOf } from '../servers/either.ts'
import { scripted } from '../servers/scripted.ts'

const server = scripted(() => ({}))
beforeEach(() => expect(server.sent).toEqual([]))

const load = (columns: unknown) =>
  loadRunTable({ project: 'team/vision', columns: columns as never })(makeClient({ fetch: server.fetch }))()

const EXAMPLE = "an object such as { lr: 'config.lr' }, or an array such as ['config.lr', 'summary.loss']"

test.each([
  [5, `columns must be ${EXAMPLE}, got number`],
  ['config.lr', `columns must be ${EXAMPLE}, got string`],
  [null, `columns must be ${EXAMPLE}, got null`],
  [column.config('lr'), `columns must be ${EXAMPLE}, got object`],
  [{}, `columns must have a column: pass ${EXAMPLE}`],
  [[], `columns must have a column: pass ${EXAMPLE}`],
  [{ lr: 5 }, "columns.lr must be a column such as column.config('lr'), got number"],
  [{ lr: undefined }, "columns.lr must be a column such as column.config('lr'), got undefined"],
  [[undefined, 'id'], "columns.0 must be a column such as column.config('lr'), got undefined"],
  [{ lr: { _tag: 'Config', path: [] } }, 'columns.lr must name a key'],
  [[Object.create(null)], "columns.0 must be a column such as column.config('lr'), got object"],
  [{ at: 'creatdAt' }, 'columns.at "creatdAt" is not a column. Did you mean createdAt?'],
  [{ all: 'config' }, 'columns.all "config" is a dict: name one of its keys'],
  [['id', 'state', 'id'], 'columns.id is there twice'],
  [{ x: { _tag: 'Field', name: 'stat' } }, 'columns.x reads "stat", which is not a field. Did you mean state'],
  [{ x: { _tag: 'StartOf', unit: 'day', of: column.createdAt, zone: 'Berlin' } }, 'columns.x.zone'],
  [{ best: 'history.loss.min' }, "columns.best needs the history of every run: load runs with fields: ['history']"],
])('the columns %j are refused, and nothing is sent', async (columns, message) => {
  expect(failsWith('InvalidQuery', await load(columns)).message).toContain(`Invalid query: ${message}`)
  expect(server.sent).toEqual([])
})

test('an option with a wrong name is refused with the right one', async () => {
  const query = { project: 'team/vision', column: ['id'] } as never
  expect(leftOf(await loadRunTable(query)(makeClient({ fetch: server.fetch }))()).message).toBe(
    'Unknown option column. Did you mean columns?',
  )
})

test('columns are objects, texts, or both', async () => {
  const columns = { id: column.id, lr: 'config.lr', loss: 'summary_metrics["val/loss"]' }
  expect(rightOf(await readColumns(columns))).toEqual([
    { name: 'id', readings: [column.id] },
    { name: 'lr', readings: [column.config('lr')] },
    { name: 'loss', readings: [column.summary('val/loss')] },
  ])
  expect(rightOf(await readColumns(['state', 'config.lr']))?.map(({ name }) => name)).toEqual(['state', 'config.lr'])
  expect(rightOf(await readColumns([column.config('a.b'), 'id']))?.map(({ name }) => name)).toEqual([
    'config["a.b"]',
    'id',
  ])
  expect(rightOf(await readColumns(undefined))).toBeUndefined()
})
