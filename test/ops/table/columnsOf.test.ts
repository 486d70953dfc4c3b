import { expect, test } from 'vitest'
import { columnsOf } from '../../../src/ops/table/columnsOf.ts'

test('has the light fields, then the keys of configs and of summaries, in order of first appearance', () => {
  const columns = columnsOf([
    { config: { b: 1, ['__proto__']: 2 }, summary: { loss: 1 } },
    { config: { a: 1, b: 2 }, summary: { 'val/loss': 1 } },
  ])
  const names = Object.keys(columns)
  expect(names[0]).toBe('id')
  expect(names.slice(20)).toEqual(['config.b', 'config.__proto__', 'config.a', 'summary.loss', 'summary.val/loss'])
  expect(columns['state']).toEqual({ _tag: 'Field', name: 'state' })
  expect(columns['config.__proto__']).toEqual({ _tag: 'Config', path: ['__proto__'] })
})

test('has only fields without runs, and may be changed', () => {
  const columns = columnsOf([])
  delete columns['id']
  expect(Object.keys(columns)).toHaveLength(19)
  expect(Object.keys(columnsOf([]))).toHaveLength(20)
})
