import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { checkQuery } from '../../../../src/loader/internal/run/checkQuery.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

const fieldOf = (query: object): string => failsWith('InvalidQuery', checkQuery(query)).field

describe('checkQuery', () => {
  test('has defaults for everything', () => {
    expect(rightOf(checkQuery({}))).toEqual({
      fields: ['config', 'summary', 'systemMetrics'],
      rows: [],
      keys: {},
      decode: {},
      filters: '{}',
      order: '+created_at',
      pageSize: 100,
      limit: Number.POSITIVE_INFINITY,
    })
  })

  test.each([
    ['created_at', '+created_at'],
    ['+created_at', '+created_at'],
    ['-summary_metrics.loss', '-summary_metrics.loss'],
    ['config.lr.value', '+config.lr.value'],
    ['-summary_metrics.val/loss', '-summary_metrics.val/loss'],
  ])('sends the order %j as %j', (order, sent) => {
    expect(rightOf(checkQuery({ order })).order).toBe(sent)
  })

  test.each(['', '+', '-', '--a', '+-a', ' a', 7, null])('refuses the order %j', (order) => {
    expect(fieldOf({ order })).toBe('order')
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '10', null, 2 ** 31])(
    'refuses the page size %j',
    (n) => {
      expect(fieldOf({ pageSize: n })).toBe('pageSize')
    },
  )

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '10', null])('refuses the limit %j', (limit) => {
    expect(fieldOf({ limit })).toBe('limit')
  })

  test.each(['', 7, null])('refuses to go on after %j', (after) => {
    expect(fieldOf({ after })).toBe('after')
  })

  test('refuses a field that does not exist, names it, and names those that do', () => {
    const error = failsWith('InvalidQuery', checkQuery({ fields: ['config', 'sumary' as never] }))
    expect(error.message).toMatch(/"sumary".*config, summary/)
    for (const field of ['histories', '__proto__', 'toString', 'id', 7, null, undefined, Symbol('x')])
      expect(fieldOf({ fields: [field] })).toBe('fields')
    expect(fieldOf({ fields: 'config' })).toBe('fields')
  })

  test('asks for a field once', () => {
    expect(rightOf(checkQuery({ fields: ['config', 'config'] })).fields).toEqual(['config'])
  })

  test('takes no heavy field at all', () => {
    expect(rightOf(checkQuery({ fields: [] })).fields).toEqual([])
  })

  test('refuses keys and codecs of a field that is not asked for', () => {
    expect(fieldOf({ fields: ['summary'], keys: { config: ['lr'] } })).toBe('keys.config')
    expect(fieldOf({ fields: ['config'], decode: { summary: t.unknown } })).toBe('decode.summary')
  })

  test('refuses keys that are no list of names, and codecs that are none', () => {
    expect(fieldOf({ keys: { config: 'lr' } })).toBe('keys.config')
    expect(fieldOf({ keys: { summary: [7] } })).toBe('keys.summary')
    expect(fieldOf({ decode: { config: {} } })).toBe('decode.config')
    expect(fieldOf({ decode: { config: null } })).toBe('decode.config')
    expect(fieldOf({ keys: null })).toBe('keys')
    expect(fieldOf({ decode: null })).toBe('decode')
  })
})
