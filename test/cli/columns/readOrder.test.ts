import { expect, test } from 'vitest'
import type { Args } from '../../../cli/arguments/Command.ts'
import { readOrder } from '../../../cli/columns/readOrder.ts'
import { asc, column, desc, orderBy } from '../../../src/query/index.ts'

const reading = (order?: string) => readOrder({ value: () => order } as unknown as Args)

test.each([
  [undefined, undefined],
  ['-summary.acc', desc(column.summary('acc'))],
  ['createdAt', asc(column.createdAt)],
  ['-created_at', desc(column.createdAt)],
  ['-summary_metrics.acc', desc(column.summary('acc'))],
  ['config.lr', asc(column.config('lr'))],
  ['config.lr.value', asc(column.config('lr'))],
  ['config.layers.1', asc(column.config('layers', '1'))],
  ['name', asc(column.name)],
  ['-summary.acc,state', orderBy(desc(column.summary('acc')), asc(column.state))],
  ['-updated_at', '-updated_at'],
])('reads %j', (text, order) => {
  expect(reading(text)).toEqual(order)
})

test.each([
  ['acc', /^Invalid --order: "acc" is not a column\. A logged value is summary\.acc/],
  ['-_step', /value is summary\._step/],
  ['-creatdAt', /Did you mean createdAt\?/],
  ['', /must be a column such as/],
])('refuses %j', (text, message) => {
  expect(() => reading(text)).toThrow(message)
})
