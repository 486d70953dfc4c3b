import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { type Column, column, desc } from 'wandb-run-ops/query'
import { serverOrder } from '../../../src/query/mongo/serverOrder.ts'

describe('serverOrder', () => {
  test.each<[unknown, string, Column | undefined]>([
    ['-summary.acc', '-summary_metrics.acc', column.summary('acc')],
    ['+summary.loss', '+summary_metrics.loss', column.summary('loss')],
    ["+summary_metrics['eval/loss']", '+summary_metrics.eval/loss', column.summary('eval/loss')],
    ['-summary_metrics.a.b', '-summary_metrics.a.b', column.summary('a', 'b')],
    ['config.lr', '+config.lr.value', column.config('lr')],
    ['+config.lr.value', '+config.lr.value', column.config('lr')],
    ['config.layers.1', '+config.layers.value.1', column.config('layers', '1')],
    ['-createdAt', '-created_at', column.createdAt],
    ['-name', '-name', column.id],
    ['user', '+username', column.user],
    ['-notes', '-notes', column.notes],
    ['exitcode', '+exitcode', undefined],
    ['-updated_at', '-updated_at', undefined],
    ['-tags.best', '-tags.best', undefined],
    ['keys_info.keys.loss', '+keys_info.keys.loss', undefined],
    [[], '+created_at', column.createdAt],
    [desc(column.summary('a["b')), '-summary_metrics.a["b', column.summary('a["b')],
  ])('of %j is %j', (order, text, by) => {
    expect(serverOrder(order)).toEqual(E.right({ text, column: by }))
  })

  test.each<[unknown, string, RegExp]>([
    ['acc', 'order', /value is summary\.acc/],
    ['-_step', 'order', /value is summary\._step/],
    ['val_loss', 'order', /value is summary\.val_loss/],
    ['-summary.acc,+created_at', 'order.1', /second column/],
    ['exitcode,state', 'order', /"exitcode" is not a column/],
    ['-summary["a.b"]', 'order.summary["a.b"]', /dot/],
    ['history.loss.min', 'order.history.loss.min', /not available on the server/],
    ['readOnly', 'order.readOnly', /not available on the server/],
    [desc(column.name), 'order.name', /not available on the server/],
    [7, 'order', /must be an Order/],
    [null, 'order', /must be an Order/],
  ])('refuses %j', (order, field, reason) => {
    expect(serverOrder(order)).toEqual(E.left({ _tag: 'InvalidQuery', field, reason: expect.stringMatching(reason) }))
  })
})
