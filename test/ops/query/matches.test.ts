import { describe, expect, test } from 'vitest'
import {
  and,
  column,
  contains,
  eq,
  exists,
  gt,
  hasTag,
  isIn,
  matches,
  matchesPattern,
  not,
  or,
} from 'wandb-run-ops/ops'
import type { Filter, Run } from 'wandb-run-ops/types'
import { aRun } from '../records.ts'

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
