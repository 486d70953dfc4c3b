import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { asc, column, desc, type Order, orderBy, parseOrder } from 'wandb-run-ops/query'
import { columnLabel } from '../../src/query/Column.ts'
import { order } from '../arbitraries/query.ts'
import { law } from '../laws/law.ts'

describe('parseOrder', () => {
  test.each<[string, Order]>([
    ['-summary.acc', desc(column.summary('acc'))],
    ['+summary.loss', asc(column.summary('loss'))],
    ['createdAt', asc(column.createdAt)],
    ['-created_at', desc(column.createdAt)],
    ['-summary_metrics.acc', desc(column.summary('acc'))],
    ["+summary_metrics['eval/loss']", asc(column.summary('eval/loss'))],
    ['-summary._step', desc(column.summary('_step'))],
    ['+config.lr.value', asc(column.config('lr'))],
    ['config.optimizer.value.lr', asc(column.config('optimizer', 'lr'))],
    ['-config["lr"]["value"]', desc(column.config('lr', 'value'))],
    ['config.layers.1', asc(column.config('layers', '1'))],
    ['-summary["a,b"]', desc(column.summary('a,b'))],
    ['-summary.-1', desc(column.summary('-1'))],
    ['name', asc(column.name)],
    ['history.loss.min', asc(column.history('loss').min)],
    ['-summary.acc,+created_at', orderBy(desc(column.summary('acc')), asc(column.createdAt))],
    ['summary[""], -summary.🚀', orderBy(asc(column.summary('')), desc(column.summary('🚀')))],
    ['-summary.__proto__,', desc(column.summary('__proto__'))],
  ])('reads %j', (text, of) => {
    expect(parseOrder(text)).toEqual(E.right(of))
  })

  test.each<[unknown, RegExp]>([
    ['', /^must be a column such as/],
    [',', /is empty/],
    ['+', /is empty/],
    ['acc', /^"acc" is not a column\. A logged value is summary\.acc/],
    ['-_step', /value is summary\._step/],
    ['val_loss', /value is summary\.val_loss/],
    ['-creatd_at', /Did you mean created_at\?/],
    ['--state', /"-state" is not a column/],
    ['+ state', /a space between \+ and the column/],
    ['state,,name', /is empty/],
    ['state,acc', /^"acc" is not a column/],
    ['state desc', /is not a column/],
    ['-summary.a"', /is malformed/],
    ['-config', /is a dict/],
    [null, /got null/],
    [['state'], /got array/],
  ])('refuses %j', (text, reason) => {
    expect(parseOrder(text as string)).toEqual(
      E.left({ _tag: 'InvalidQuery', field: 'order', reason: expect.stringMatching(reason) }),
    )
  })

  test('reads every order that is written with the labels of its columns', () => {
    const signs = fc.constantFrom('', '+')
    law([order, signs, fc.constantFrom(',', ', ')], (terms, plus, separator) => {
      const text = terms
        .map((term) => (term.direction === 'desc' ? '-' : plus) + columnLabel(term.column))
        .join(separator)
      const read = parseOrder(text)
      return terms.length === 0 ? E.isLeft(read) : JSON.stringify(read) === JSON.stringify(E.right(terms))
    })
  })
})
