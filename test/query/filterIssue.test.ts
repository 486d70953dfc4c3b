import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { Dialect, Filter, Order } from 'wandb-run-ops/query'
import * as query from 'wandb-run-ops/query'

const { and, between, column, describeFilter, eq, everything, fromMongo, isIn, matchesPattern, not, or } = query
const { splitFilter, toMongo, toOrder, toSql, toSqlOrder, toSqlSelect, variance, mean, asc, quantile } = query

const cyclic: Record<string, unknown> = { _tag: 'And', $and: [] }
cyclic['filters'] = [cyclic, cyclic]
cyclic['$and'] = [cyclic, cyclic]
cyclic['filter'] = cyclic

const deep = (wrap: (inner: unknown) => unknown, innermost: unknown): unknown => {
  let value = innermost
  for (let depth = 0; depth < 10_000; depth += 1) value = wrap(value)
  return value
}

const lr = column.config('lr')
const leafWith = (part: object): unknown => ({ _tag: 'Eq', column: lr, value: 1, ...part })

/** What is not a filter, nor a server filter, nor an order, nor an aggregate. */
const malformed: ReadonlyArray<unknown> = [
  ...[
    null,
    undefined,
    0,
    Number.NaN,
    1n,
    true,
    '',
    'state',
    Symbol('s'),
    () => 1,
    [],
    [null],
    new Date(0),
    /a/,
    new Map(),
  ],
  ...[
    { _tag: 'Like' },
    { _tag: null },
    { _tag: Symbol('And') },
    { _tag: 'And' },
    { _tag: 'Or', filters: {} },
    { _tag: 'Not' },
  ],
  ...[{ _tag: 'And', filters: [null] }, { _tag: 'And', filters: new Array(2) }, { _tag: 'Not', filter: 7 }, cyclic],
  ...[
    deep((filter) => ({ _tag: 'Not', filter }), everything),
    deep((part) => ({ _tag: 'Or', filters: [part] }), everything),
  ],
  ...[
    leafWith({ column: null }),
    leafWith({ column: { _tag: 'Config', path: 'lr' } }),
    leafWith({ column: Symbol('c') }),
  ],
  ...[
    leafWith({ column: { _tag: 'Config', path: new Array(2) } }),
    leafWith({ column: column.config(...(Array(20_000).fill('0') as ['0'])) }),
  ],
  ...[
    undefined,
    1n,
    Symbol('v'),
    () => 1,
    new Date(0),
    new Set(),
    [1n],
    { a: undefined },
    cyclic,
    deep((v) => [v], 1),
    deep((a) => ({ a }), 1),
  ].map((value) => leafWith({ value })),
  ...[leafWith({ _tag: 'In' }), leafWith({ _tag: 'In', values: 'ab' }), leafWith({ _tag: 'In', values: new Array(2) })],
  ...[leafWith({ _tag: 'Contains', text: 5 }), leafWith({ _tag: 'Contains', text: null })],
  ...[null, 'a', { source: 'a' }, { source: 1, flags: '' }, /a/.source].map((pattern) =>
    leafWith({ _tag: 'Matches', pattern }),
  ),
  ...[
    { state: 1n },
    { state: Symbol('s') },
    { state: () => 1 },
    { state: { $in: new Array(2) } },
    { state: { $regex: /a/ } },
  ],
  ...[{ $and: deep((part) => ({ $and: [part] }), {}) }, { 'config.lr': deep((part) => ({ $not: part }), { $gt: 1 }) }],
]

const untyped = (name: keyof typeof query): ((...data: ReadonlyArray<unknown>) => unknown) =>
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: every function of the entry point is tried by its name.
  query[name] as never

const isRefusal = (u: unknown): boolean =>
  typeof u === 'object' &&
  u !== null &&
  '_tag' in u &&
  u._tag === 'Left' &&
  (u as E.Left<query.InvalidQuery>).left._tag === 'InvalidQuery'

describe('malformed data', () => {
  test.each(['toMongo', 'fromMongo', 'toOrder', 'parseColumn', 'parseOrder'] as const)('is refused by %s', (name) => {
    // An empty list is the order by creation, and "state" is a column.
    const accepted = malformed.filter((data) => !isRefusal(untyped(name)(data)))
    expect(accepted.filter((data) => !(name === 'toOrder' && Array.isArray(data)) && data !== 'state')).toEqual([])
  })

  test.each(['duckdb', 'clickhouse'] as const)('is refused by the SQL for %s', (dialect) => {
    for (const data of malformed) {
      expect(isRefusal(untyped('toSql')(data, dialect))).toBe(true)
      for (const name of ['filter', 'order', 'columns', 'groupBy', 'aggregates', 'sort', 'source', 'limit']) {
        const isValid =
          data === undefined ||
          (name === 'limit' && data === 0) ||
          (name === 'source' && data === 'state') ||
          ((name === 'order' || name === 'sort') && Array.isArray(data) && data.length === 0)
        if (!isValid)
          expect([name, data, isRefusal(untyped('toSqlSelect')({ [name]: data }, dialect))]).toEqual([name, data, true])
      }
      if (!Array.isArray(data)) {
        expect(isRefusal(untyped('toSqlOrder')(data, dialect))).toBe(true)
        expect(isRefusal(untyped('toSqlSelect')(data, dialect))).toBe(true)
      }
    }
  })

  test('passes through functions that build filters, and is refused when it is evaluated', () => {
    for (const data of malformed) {
      const one = data as Filter<unknown>
      for (const built of [and(one, everything, one), or(one, not(one)), not(not(one))])
        expect(() => toSql(built, 'duckdb')).not.toThrow()
      expect(() => isRefusal(toSql(isIn(lr, data as never), 'duckdb'))).not.toThrow()
      // Words need the time that they are relative to.
      if (typeof data === 'string') expect(() => between(column.createdAt, data as never)).toThrow(TypeError)
      else expect(() => toSql(between(column.createdAt, data as never), 'duckdb')).not.toThrow()
      expect(isRefusal(toSql(and(everything, matchesPattern(lr, data as never)), 'duckdb'))).toBe(
        !(data instanceof RegExp),
      )
      for (const name of [
        'asc',
        'desc',
        'orderBy',
        'count',
        'mean',
        'argmin',
        'hasTag',
        'exists',
        'patternOf',
        'regExpOf',
        'toRe2',
        'fromRe2',
      ] as const)
        expect(() => untyped(name)(data)).not.toThrow()
      for (const name of ['fromSqlCell', 'fromSqlAggregate'] as const)
        expect(() => (untyped(name)(data) as (cell: unknown) => unknown)('1')).not.toThrow()
    }
  })

  test('is described as no filter, and stays whole when a filter is split', () => {
    for (const data of malformed) {
      expect(describeFilter(data as Filter)).toMatch(/^no filter: filter/)
      expect(splitFilter(data as Filter)).toEqual({ pushed: everything, remaining: data })
    }
  })

  test('is refused with the place and what was expected', () => {
    const refusal = (filter: unknown) => (toSql(filter as Filter, 'duckdb') as E.Left<query.InvalidQuery>).left
    expect(refusal(and(everything, eq(lr, 1), not({ _tag: 'Eq', column: lr, value: 1n } as never)))).toEqual({
      _tag: 'InvalidQuery',
      field: 'filter.filters.1.filter.value',
      reason: 'is a value of type bigint',
    })
    expect(refusal(null).reason).toBe('must be a filter such as eq(column.state, "finished"), got null')
  })
})

describe('a word that is none of the expected', () => {
  test.each(['trino', 'DuckDB', '', null, undefined, 7, Symbol('d'), '__proto__'])(
    'is refused as the dialect: %s',
    (word) => {
      const dialect = word as Dialect
      const refusal = E.left({
        _tag: 'InvalidQuery',
        field: 'dialect',
        reason: expect.stringMatching(/^must be "duckdb" or "clickhouse", got /),
      })
      expect(toSql(everything, dialect)).toEqual(refusal)
      expect(toSqlOrder([], dialect)).toEqual(refusal)
      expect(toSqlSelect({}, dialect)).toEqual(refusal)
      expect(() => query.runsTable(dialect)).toThrow(expect.objectContaining({ name: 'InvalidQuery' }))
    },
  )

  test('is refused as a direction', () => {
    const order = [{ column: lr, direction: 'descending' }] as unknown as Order
    const reason = expect.stringMatching(/"asc" or "desc"/)
    expect(toSqlOrder(order, 'duckdb')).toMatchObject(E.left({ field: 'order.0.direction', reason }))
    expect(toOrder(order)).toMatchObject(E.left({ field: 'order.0', reason }))
  })

  test('is refused as the kind of a variance, and as an aggregate', () => {
    const select = (aggregate: unknown) => toSqlSelect({ aggregates: { v: aggregate as never } }, 'duckdb')
    expect(select(variance(lr, 'all' as never))).toMatchObject(E.left({ field: 'aggregates.v.of' }))
    expect(select({ _tag: 'Average', column: lr })).toMatchObject(E.left({ field: 'aggregates.v' }))
    expect(select(quantile(lr, '0.5' as never))).toMatchObject(E.left({ field: 'aggregates.v.q' }))
    expect(E.isRight(select(mean(lr)))).toBe(true)
    expect(E.isRight(select(JSON.parse(JSON.stringify(query.count()))))).toBe(true)
  })

  test('is refused as an option', () => {
    expect(toSqlSelect({ filters: everything, order: asc(lr) } as never, 'duckdb')).toEqual(
      E.left({ _tag: 'InvalidQuery', field: 'filters', reason: 'is not an option. Did you mean filter?' }),
    )
  })

  test('is refused as an operator of the server', () => {
    expect(E.isLeft(fromMongo({ state: { $like: 'a' } }))).toBe(true)
    expect(E.isLeft(toMongo({ _tag: 'Like', column: lr, value: 1 } as never))).toBe(true)
  })
})
