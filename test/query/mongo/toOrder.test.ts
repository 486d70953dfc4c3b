import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { asc, column, desc, type Order, orderBy, toOrder } from 'wandb-run-ops/query'

describe('toOrder', () => {
  test.each<[Order, string]>([
    [[], '+created_at'],
    [asc(column.createdAt), '+created_at'],
    [desc(column.heartbeatAt), '-heartbeat_at'],
    [asc(column.config('lr')), '+config.lr.value'],
    [asc(column.config('optimizer', 'lr')), '+config.optimizer.value.lr'],
    [desc(column.summary('loss')), '-summary_metrics.loss'],
    [desc(column.summary('a', 'val/loss')), '-summary_metrics.a.val/loss'],
    [asc(column.id), '+name'],
    [asc(column.displayName), '+display_name'],
    [desc(column.runtime), '-duration'],
    [asc(column.jobType), '+job_type'],
  ])('translates %j to %j', (order, text) => {
    expect(toOrder(order)).toEqual(E.right(text))
  })

  test.each<[string, unknown, string, RegExp]>([
    ['a second column', orderBy(asc(column.state), desc(column.id)), 'order.1', /ordOf/],
    ['the name that people see', asc(column.name), 'order.name', /not available on the server.*ordOf/],
    ['tags', asc(column.tags), 'order.tags', /not available on the server/],
    ['a key with a dot', asc(column.config('a.b')), 'order.config["a.b"]', /dot/],
    ['a key with a comma', asc(column.summary('a,b')), 'order.summary["a,b"]', /comma/],
    ['a key that ends with space', asc(column.summary('a ')), 'order.summary["a "]', /space/],
    ["W&B's own entry", asc(column.summary('_wandb')), 'order.summary._wandb', /own entries/],
    ['an unknown direction', [{ column: column.id, direction: 'up' }], 'order.0', /"asc" or "desc"/],
    ['no column', [{ direction: 'asc' }], 'order.0', /must have a column/],
    ['no term', [null], 'order.0', /must have the direction/],
    ['no list', 'created_at', 'order', /must be a list/],
  ])('rejects %s', (_, order, field, reason) => {
    expect(toOrder(order as Order)).toEqual(
      E.left({ _tag: 'InvalidQuery', field, reason: expect.stringMatching(reason) }),
    )
  })
})
