import fc from 'fast-check'
import type { Filter } from 'wandb-run-ops/query'
import {
  argmax,
  asc,
  type Column,
  column,
  contains,
  count,
  desc,
  exists,
  first,
  last,
  matchesPattern,
  type Operand,
  type Order,
  type Relation,
} from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { queriedRun } from '../arbitraries/query.ts'

/** Numbers that JSON lacks, that 64 bits or a double cannot hold, or that engines spell in their own way. */
const numbers: ReadonlyArray<number> = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, -1, 7, 0.1, 1e-7, 5e-324],
  ...[2 ** 53, 2 ** 53 + 2, 2 ** 63, -(2 ** 63), 2 ** 64, 1e19, 2e19, 1e20, 1e21, -2e19, -1e20, -1e21],
  ...[1.7976931348623157e308, -1.7976931348623157e308, 123456789.123456],
]

/** Texts that look like numbers, like JSON, or like the names that stand for numbers. */
const texts: ReadonlyArray<string> = [
  ...['', ' ', '0', '-0', ' 1', '1 ', '01', '1e21', '100000000000000000000', '18446744073709551616', '0x10', '.5'],
  ...[
    'NaN',
    'nan',
    'NaNs',
    'Na',
    'Infinity',
    '-Infinity',
    '+Infinity',
    'inf',
    'Infinite',
    '-',
    '-I',
    'N',
    'null',
    'true',
  ],
  ...['"NaN"', '[1]', '{}', '__proto__', 'a.b', 'A', 'a', '\ue000', '\uffff', '🚀', "'", '\\', '%', '_'],
]

const plain: ReadonlyArray<Operand> = [null, true, false, ...numbers, ...texts]

const nested: ReadonlyArray<Operand> = [
  ...[[], {}, [[]], [null], [[Number.NaN]], { a: Number.NaN }, JSON.parse('{"__proto__":1}'), { 'a.b': 1 }],
  ...[
    ['NaN', Number.NaN],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [1, 'a', null, true],
    [1e20, '1e20'],
    [[1, 2], 1],
  ],
]

/** What a config holds in these runs: each value by itself, and in a list. */
const values: ReadonlyArray<Operand> = [...plain, ...plain.map((value) => [value]), ...nested]

const columns: ReadonlyArray<Column<unknown, Run>> = [
  column.config('x'),
  column.config('a.b'),
  column.config('__proto__'),
  column.config('x', '0'),
  column.config('x', '0', '1', 'k'),
  column.config('x', '0', '1', '2', '3', '4'),
]

/** A few values, at all ends of the paths of the columns. */
const few: ReadonlyArray<Operand> = [1, 'NaN', Number.NaN, 1e20, -2e19]

const configs: ReadonlyArray<Readonly<Record<string, Operand>>> = [
  {},
  ...values.map((x) => ({ x })),
  ...few.flatMap((value) => [
    { 'a.b': value },
    { x: [[0, { k: value }]] },
    { x: { 0: [0, { k: [value] }] } },
    { x: [{ 1: { k: value } }] },
    { x: [[0, [0, 0, [0, 0, 0, [0, 0, 0, 0, value]]]]] },
    { a: { b: value } },
    Object.fromEntries([['__proto__', value]]),
  ]),
]

const [base] = fc.sample(queriedRun, { numRuns: 1, seed: 5 })

/** A run for each hostile value, and one without any. */
export const hostileRuns: ReadonlyArray<Run> = configs.map((config) => ({ ...base, config }) as Run)

const comparisons = ['Eq', 'Gt', 'Gte', 'Lt', 'Lte'] as const

/** Every comparison with every value. */
export const hostileFilters: ReadonlyArray<Filter<Run>> = columns.flatMap((by, index): ReadonlyArray<Filter<Run>> => {
  const operands = index === 0 ? [...plain, ...nested] : few
  return [
    ...comparisons.flatMap((_tag) => operands.map((value): Filter<Run> => ({ _tag, column: by, value }))),
    ...operands.map((value): Filter<Run> => ({ _tag: 'In', column: by, values: [value, 'none'] })),
    ...operands.flatMap((value) => (typeof value === 'string' ? [contains(by, value)] : [])),
    ...[/^\d/, /^-?\d+$/, /NaN/, /^Infinity$/, /^$/, /./s, /\0/, /[^a-z]$/i].map((pattern) =>
      matchesPattern(by, pattern),
    ),
    exists(by),
  ]
})

export const hostileOrders: ReadonlyArray<Order<Run>> = columns.flatMap((by) => [asc(by), desc(by)])

const directions = ['asc', 'desc'] as const

/** Rows, groups and aggregates of hostile values, sorted by them. */
export const hostileRelations: ReadonlyArray<Relation<Run>> = columns.flatMap((by) =>
  directions.flatMap((direction): ReadonlyArray<Relation<Run>> => {
    const sort = [{ by: 'x', direction }]
    const order = [{ column: by, direction }]
    return [
      { columns: { x: by, id: column.id }, sort },
      { groupBy: { x: by }, aggregates: { runs: count(), first: first(by), value: count(by) }, sort, limit: 100 },
      { groupBy: { x: by, key: column.config('x') }, order, sort: [{ by: 'key', direction }, ...sort] },
      { groupBy: { state: column.state }, aggregates: { x: first(by), last: last(by), most: argmax(by, by) }, order },
    ]
  }),
)
