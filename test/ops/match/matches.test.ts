import { describe, expect, test } from 'vitest'
import { columnValue, historyFromRows, matches } from 'wandb-run-ops/ops'
import {
  and,
  type Column,
  column,
  contains,
  eq,
  exists,
  type Filter,
  gt,
  hasTag,
  isIn,
  matchesPattern,
  not,
  or,
} from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { aRun, at, aUser } from '../records.ts'

describe('matches', () => {
  test('returns the same data-first and data-last', () => {
    const filter = and(eq(column.state, 'finished'), hasTag('best'))
    expect(matches(aRun(), filter)).toBe(true)
    expect(matches(filter)(aRun())).toBe(true)
    expect(matches(aRun({ tags: [] }), filter)).toBe(false)
    expect(matches(filter)(aRun({ tags: [] }))).toBe(false)
  })

  test('works with filter, some and every', () => {
    const runs = [aRun(), aRun({ state: 'crashed' })]
    const finished = matches(eq(column.state, 'finished'))
    expect(runs.filter(finished)).toEqual([runs[0]])
    expect([runs.some(finished), runs.every(finished)]).toEqual([true, false])
  })

  test('accepts a stored filter', () => {
    const filter = or(
      gt(column.config('learning_rate'), 0.01),
      not(exists(column.group)),
      matchesPattern(column.name, /^SWIFT/i),
    )
    const stored = JSON.parse(JSON.stringify(filter)) as Filter<Run>
    expect(stored).toStrictEqual(filter)
    expect(matches(aRun(), stored)).toBe(true)
  })

  test('compiles a filter once: later changes to it have no effect', () => {
    const values: Array<string> = ['finished']
    const finished = matches<{ readonly state: string }>({ _tag: 'In', column: column.state, values })
    values.length = 0
    expect(finished({ state: 'finished' })).toBe(true)
  })

  test('returns the same when called again, also for a regular expression', () => {
    const named = matches(matchesPattern(column.name, /swift/gy))
    expect([aRun(), aRun(), aRun()].map(named)).toEqual([true, true, true])
  })

  test('does not throw for any run, whatever a stored filter needs', () => {
    const { config, history, summary, systemMetrics, ...fields } = column
    const columns = [...Object.values(fields), config('a'), summary('a', 'b'), systemMetrics('a'), history('a').min]
    for (const of of columns as ReadonlyArray<typeof column.name>)
      for (const filter of [
        eq(of, 'a'),
        gt(of, 'a'),
        isIn(of, ['a']),
        exists(of),
        contains(of, ''),
        matchesPattern(of, /a/),
      ])
        expect([matches({} as never, filter), matches({} as never, not(filter))]).toEqual([false, true])
  })

  test.each([null, undefined, 0, 'text', [], [[]], { length: 1 }])('throws for no config, for %j neither', (config) => {
    for (const of of [column.config('length'), column.config('length', 'x'), column.config('constructor')])
      for (const filter of [gt(of, 9), contains(of, 'a'), matchesPattern(of, /a/), eq(of, 'a')])
        expect(matches({ config }, filter)).toBe(false)
  })

  test('accepts filters nested a thousand deep', () => {
    let filter: Filter<Pick<Run, 'id'>> = eq(column.id, 'a')
    for (let depth = 0; depth < 1000; depth += 1) filter = { _tag: 'Not', filter }
    expect(matches({ id: aRun().id }, filter)).toBe(false)
  })
})

const hostile: Readonly<Record<string, unknown>> = JSON.parse(
  '{"__proto__": 1, "constructor": 2, "": 3, "a.b": 4, "a/b": 5, "🚀": 6, "a": {"b": 7, "__proto__": {"x": 8}}, "list": ["x", {"y": 9}]}',
)

describe('columnValue', () => {
  test('returns the same data-first and data-last', () => {
    expect(columnValue(aRun(), column.config('learning_rate'))).toBe(0.001)
    expect([aRun()].map(columnValue(column.config('learning_rate')))).toEqual([0.001])
  })

  test('returns the fields of the record, dates as copies', () => {
    const run = aRun()
    const names = [
      ...(['commit', 'computeSeconds', 'description', 'displayName', 'entity', 'group'] as const),
      ...(['historyLineCount', 'id', 'jobType', 'notes', 'project', 'readOnly', 'state'] as const),
      ...(['storageId', 'sweepName', 'tags'] as const),
    ]
    for (const name of names) expect(columnValue(run, column[name] as Column<unknown, Run>)).toBe(run[name])
    for (const name of ['createdAt', 'heartbeatAt'] as const) {
      expect(columnValue(run, column[name])).toEqual(run[name])
      expect(columnValue(run, column[name])).not.toBe(run[name])
    }
  })

  test('returns the display name, or else the id', () => {
    expect(columnValue(aRun(), column.name)).toBe('swift-sun-1')
    expect(columnValue(aRun({ displayName: undefined }), column.name)).toBe('a1b2c3d4')
    expect(columnValue(aRun({ displayName: '' }), column.name)).toBe('')
  })

  test('returns the username, and undefined for an unknown user', () => {
    expect(columnValue(aRun(), column.user)).toBe('ada')
    expect(columnValue(aRun({ user: aUser({ username: '' }) }), column.user)).toBeUndefined()
  })

  test('returns the runtime in seconds, 0 without a heartbeat and never less', () => {
    expect(columnValue(aRun(), column.runtime)).toBe(3600)
    expect(columnValue(aRun({ heartbeatAt: undefined }), column.runtime)).toBe(0)
    expect(columnValue(aRun({ heartbeatAt: at('09:00:00') }), column.runtime)).toBe(0)
    expect(columnValue(aRun({ heartbeatAt: at('10:00:00.250') }), column.runtime)).toBe(0.25)
  })

  test.each([
    ['__proto__', 1],
    ['constructor', 2],
    ['', 3],
    ['a.b', 4],
    ['a/b', 5],
    ['🚀', 6],
    ['toString', undefined],
    ['hasOwnProperty', undefined],
    ['a.b.c', undefined],
  ])('uses the key %j as is, and finds no inherited one', (key, value) => {
    expect(columnValue(aRun({ config: hostile }), column.config(key))).toBe(value)
    expect(columnValue(aRun({ summary: hostile }), column.summary(key))).toBe(value)
    expect(columnValue(aRun({ systemMetrics: hostile }), column.systemMetrics(key))).toBe(value)
  })

  test.each([
    [['a', 'b'], 7],
    [['a', '__proto__', 'x'], 8],
    [['a', 'constructor'], undefined],
    [['list', '0'], 'x'],
    [['list', '1', 'y'], 9],
    [['list', '01'], undefined],
    [['list', '-1'], undefined],
    [['list', '2'], undefined],
    [['list', 'length'], undefined],
    [['list', '0', '0'], undefined],
    [['🚀', 'toFixed'], undefined],
  ] as const)('follows the path %j through dicts and lists alone', ([key, ...keys], value) => {
    expect(columnValue(aRun({ config: hostile }), column.config(key, ...keys))).toBe(value)
  })

  test('returns false, 0, NaN, null and the empty string unchanged', () => {
    const config = { no: false, zero: 0, nan: Number.NaN, nothing: null, empty: '' }
    for (const [key, value] of Object.entries(config)) expect(columnValue({ config }, column.config(key))).toBe(value)
  })

  test('returns the whole dict for a path without keys, which only data can have', () => {
    const whole = { _tag: 'Config', path: [] } as Column<unknown, Pick<Run, 'config'>>
    const run = aRun()
    expect(columnValue(run, whole)).toBe(run.config)
  })

  test('returns statistics of a metric, undefined when it has no number', () => {
    const history = historyFromRows([
      { _step: 3, loss: 'diverged' },
      { _step: 5, loss: 0.5 },
      { _step: 8, loss: Number.NaN },
      { _step: 9, loss: 0.25 },
    ])
    const loss = column.history('loss')
    const statistics = [loss.argmax, loss.argmin, loss.first, loss.last, loss.max, loss.mean, loss.min]
    expect(statistics.map((statistic) => columnValue({ history }, statistic))).toEqual([
      5,
      9,
      'diverged',
      0.25,
      0.5,
      0.375,
      0.25,
    ])
    expect(columnValue({ history }, column.history('__proto__').min)).toBeUndefined()
    expect(columnValue({ history: historyFromRows([]) }, loss.last)).toBeUndefined()
  })

  test.each([undefined, null, 'text', 7, ['a'], true])(
    'finds nothing where a codec made %j of the config',
    (config) => {
      for (const key of ['length', 'constructor', '__proto__']) {
        expect(columnValue({ config }, column.config(key))).toBeUndefined()
        expect(columnValue({ config }, column.config(key, 'b'))).toBeUndefined()
      }
    },
  )

  test('finds no character of a config that a codec turned into a string', () => {
    expect(columnValue({ config: 'text' }, column.config('0'))).toBeUndefined()
  })

  test('finds the elements of a config that a codec turned into a list', () => {
    expect(columnValue({ config: ['a'] }, column.config('0'))).toBe('a')
  })

  test('finds nothing in a run that lacks the field of a stored column', () => {
    const { config, history, summary, systemMetrics, ...fields } = column
    const stored = [...Object.values(fields), config('a'), config('a', 'b'), summary('a'), systemMetrics('a')]
    for (const of of [...stored, ...Object.values(history('loss'))])
      expect(columnValue({} as never, of as Column)).toBeUndefined()
  })
})
