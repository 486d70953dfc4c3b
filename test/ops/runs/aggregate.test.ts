import { expect, expectTypeOf, test } from 'vitest'
import { aggregate } from '../../../src/ops/runs/aggregate.ts'
import { count, first, max, mean, min, sum } from '../../../src/query/aggregates.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const loss = column.summary('loss')
const runs = [1, 3].map((value) => ({ state: 'finished', summary: { loss: value } }))

test('returns values by name, typed by name', () => {
  const statistics = aggregate({ n: count(), sum: sum(loss), mean: mean(loss) })(runs)
  expect(statistics).toEqual({ n: 2, sum: 4, mean: 2 })
  expectTypeOf(statistics).toEqualTypeOf<{
    readonly n: number
    readonly sum: number
    readonly mean: number | undefined
  }>()
})

test('accepts any name', () => {
  const statistics = aggregate({ ['__proto__']: count(), constructor: sum(loss), '': mean(loss) })(runs)
  expect(Object.keys(statistics)).toEqual(['__proto__', 'constructor', ''])
  expect(Object.entries(statistics)).toEqual([
    ['__proto__', 2],
    ['constructor', 4],
    ['', 2],
  ])
  expect(Object.getPrototypeOf(statistics)).toBe(Object.prototype)
})

test('returns a frozen record, and {} for no aggregates', () => {
  expect(Object.isFrozen(aggregate({ n: count() })(runs))).toBe(true)
  expect(aggregate({})(runs)).toEqual({})
})

test('reads each column once per run, however many aggregates use it', () => {
  let reads = 0
  const counted = [
    {
      get summary() {
        reads += 1
        return { loss: 1 }
      },
    },
  ]
  aggregate({ sum: sum(loss), mean: mean(column.summary('loss')), n: count(loss) })(counted)
  expect(reads).toBe(1)
})

test('needs what the columns read, and no more', () => {
  const statistics = aggregate({ n: count(column.state), mean: mean(loss) })
  expect(statistics(runs).n).toBe(2)
  // @ts-expect-error: these runs have no summary
  expect(statistics([{ state: 'finished' as const }]).mean).toBeUndefined()
})

test('returns dates of their own', () => {
  const times = [{ createdAt: new Date(0) }, { createdAt: new Date(1) }]
  const { createdAt } = column
  const statistics = aggregate({ min: min(createdAt), max: max(createdAt), first: first(createdAt) })(times)
  for (const date of Object.values(statistics)) date?.setTime(5)
  expect(statistics.max).toEqual(new Date(5))
  expect(times.map(({ createdAt: at }) => at.getTime())).toEqual([0, 1])
})
