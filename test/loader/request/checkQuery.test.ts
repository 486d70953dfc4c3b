import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import type { RunsQuery } from 'wandb-run-ops/loader'
import { asc, column, desc, orderBy } from 'wandb-run-ops/query'
import { readOptions } from '../../../src/client/queryTask.ts'
import { checkQuery } from '../../../src/loader/request/checkQuery.ts'
import { runsShape } from '../../../src/loader/request/query.ts'
import { failsWith, rightOf } from '../servers/either.ts'

const fieldOf = async (query: object): Promise<string> => {
  const options = await readOptions<RunsQuery>(runsShape, query)
  return failsWith('InvalidQuery', E.isLeft(options) ? options : await checkQuery(options.right)).field
}

describe('checkQuery', () => {
  test('has defaults for everything', async () => {
    expect(rightOf(await checkQuery({}))).toEqual({
      fields: ['config', 'summary', 'systemMetrics'],
      rows: [],
      keys: {},
      decode: {},
      filters: '{}',
      order: '+created_at',
      pageSizes: { first: 100, most: 1000 },
      limit: Number.POSITIVE_INFINITY,
    })
  })

  test('takes pages of the size that was asked for, and small ones of what is much already', async () => {
    expect(rightOf(await checkQuery({ pageSize: 7 })).pageSizes).toEqual({ first: 7, most: 7 })
    for (const field of ['loggedArtifactVersions', 'usedArtifactVersions', 'files', 'history', 'events'] as const)
      expect(rightOf(await checkQuery({ fields: ['config', field] })).pageSizes).toEqual({ first: 100, most: 100 })
  })

  test.each([
    ['created_at', '+created_at'],
    ['+created_at', '+created_at'],
    ['-summary_metrics.loss', '-summary_metrics.loss'],
    ['config.lr.value', '+config.lr.value'],
    ['-summary_metrics.val/loss', '-summary_metrics.val/loss'],
    ['-summary.acc', '-summary_metrics.acc'],
    ['+summary.loss', '+summary_metrics.loss'],
    ["+summary_metrics['eval/loss']", '+summary_metrics.eval/loss'],
    ['-summary._step', '-summary_metrics._step'],
    ['config.lr', '+config.lr.value'],
    ['-createdAt', '-created_at'],
    ['-name', '-name'],
    ['-updated_at', '-updated_at'],
  ])('sends the order %j as %j', async (order, sent) => {
    expect(rightOf(await checkQuery({ order })).order).toBe(sent)
  })

  test('serializes an order for the server', async () => {
    expect(rightOf(await checkQuery({ order: desc(column.summary('loss')) })).order).toBe('-summary_metrics.loss')
    expect(rightOf(await checkQuery({ order: [] })).order).toBe('+created_at')
  })

  test('refuses an order that the server cannot take', async () => {
    expect(await fieldOf({ order: orderBy(asc(column.state), asc(column.id)) })).toBe('order.1')
    expect(await fieldOf({ order: asc(column.name) })).toBe('order.name')
    expect(await fieldOf({ order: [null] })).toBe('order.0')
  })

  test.each([
    ['acc', /"acc" is not a column\. A logged value is summary\.acc/],
    ['-_step', /value is summary\._step/],
    ['val_loss', /value is summary\.val_loss/],
    ['-creatd_at', /Did you mean created_at\?/],
  ])('refuses the order %j with the right spelling', async (order, reason) => {
    expect(failsWith('InvalidQuery', await checkQuery({ order })).reason).toMatch(reason)
  })

  test.each(['', '+', '-', '--a', '+-a', ' a', 7, null])('refuses the order %j', async (order) => {
    expect(await fieldOf({ order })).toBe('order')
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '10', null, 2 ** 31])(
    'refuses the page size %j',
    async (n) => {
      expect(await fieldOf({ pageSize: n })).toBe('pageSize')
    },
  )

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '10', null])('refuses the limit %j', async (limit) => {
    expect(await fieldOf({ limit })).toBe('limit')
  })

  test.each(['', 7, null])('refuses to continue after %j', async (after) => {
    expect(await fieldOf({ after })).toBe('after')
  })

  test('refuses a field that does not exist, names it, and names those that do', async () => {
    const error = failsWith('InvalidQuery', await checkQuery({ fields: ['config', 'sumary' as never] }))
    expect(error.message).toMatch(/"sumary".*config, summary/)
    for (const field of ['histories', '__proto__', 'toString', 'id', 7, null, undefined, Symbol('x')])
      expect(await fieldOf({ fields: [field] })).toBe('fields')
    expect(await fieldOf({ fields: 'config' })).toBe('fields')
  })

  test('asks for a field once', async () => {
    expect(rightOf(await checkQuery({ fields: ['config', 'config'] })).fields).toEqual(['config'])
  })

  test('takes no heavy field at all', async () => {
    expect(rightOf(await checkQuery({ fields: [] })).fields).toEqual([])
  })

  test('refuses keys and codecs of a field that is not asked for', async () => {
    expect(await fieldOf({ fields: ['summary'], keys: { config: ['lr'] } })).toBe('keys.config')
    expect(await fieldOf({ fields: ['config'], decode: { summary: t.unknown } })).toBe('decode.summary')
  })

  test('refuses keys that are not a list of names, and codecs that are none', async () => {
    expect(await fieldOf({ keys: { config: 'lr' } })).toBe('keys.config')
    expect(await fieldOf({ keys: { summary: [7] } })).toBe('keys.summary')
    expect(await fieldOf({ decode: { config: {} } })).toBe('decode.config')
    expect(await fieldOf({ decode: { config: null } })).toBe('decode.config')
    expect(await fieldOf({ keys: null })).toBe('keys')
    expect(await fieldOf({ decode: null })).toBe('decode')
  })
})
