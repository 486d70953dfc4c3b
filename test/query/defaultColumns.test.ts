import { expect, test } from 'vitest'
import { column } from 'wandb-run-ops/query'
import { keyDicts, keyName, keySource, lightColumns } from '../../src/query/defaultColumns.ts'
import { runFieldRows } from '../../src/types/run/fields.ts'

test('the light columns are the fields of the record that are columns, in its order', () => {
  const fields = Object.keys(runFieldRows).filter((name) => name !== 'appUrl')
  expect(Object.entries(lightColumns())).toEqual(fields.map((name) => [name, { _tag: 'Field', name }]))
})

test('a key is used as it is, in the name and in what the column reads', () => {
  expect(keyDicts.map((kind) => [keyName(kind, 'a.b'), keySource(kind, 'a.b')])).toEqual([
    ['config.a.b', column.config('a.b')],
    ['summary.a.b', column.summary('a.b')],
  ])
})
