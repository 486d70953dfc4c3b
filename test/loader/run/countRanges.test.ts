import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createdInRange, floorToSecond, isInTimeRange, splitRange } from '../../../src/loader/run/countRanges.ts'
import { law } from '../../laws/law.ts'

const moment = fc.integer({ min: 0, max: 100_000 })
const open = { from: undefined, to: undefined }

describe('rangesBetween', () => {
  test('puts every time in exactly one range', () => {
    law([fc.uniqueArray(moment, { maxLength: 20 }), moment], (cuts, time) => {
      const moments = cuts.toSorted((a, b) => a - b).map((cut) => new Date(cut))
      return splitRange(moments, open).filter((range) => isInTimeRange(range, new Date(time))).length === 1
    })
  })

  test('keeps the bounds of the whole', () => {
    const [a, b, c] = [new Date(1000), new Date(2000), new Date(3000)] as const
    expect(splitRange([b], { from: a, to: c })).toEqual([
      { from: a, to: b },
      { from: b, to: c },
    ])
    expect(splitRange([], { from: a, to: c })).toEqual([{ from: a, to: c }])
  })
})

describe('createdWithin', () => {
  const range = { from: new Date(0), to: new Date(1000) }
  const createdAt = { $gte: '1970-01-01T00:00:00.000Z', $lt: '1970-01-01T00:00:01.000Z' }

  test('is the range alone where nothing else is asked', () => {
    expect(JSON.parse(createdInRange('{}', range))).toEqual({ createdAt })
  })

  test('leaves what is asked as it is', () => {
    const filters = { createdAt: { $gt: '1969' }, 'config.a"b': 1 }
    expect(JSON.parse(createdInRange(JSON.stringify(filters), range))).toEqual({ $and: [filters, { createdAt }] })
  })

  test('omits absent bounds', () => {
    expect(JSON.parse(createdInRange('{}', { ...range, from: undefined }))).toEqual({
      createdAt: { $lt: createdAt.$lt },
    })
    expect(JSON.parse(createdInRange('{}', { ...range, to: undefined }))).toEqual({
      createdAt: { $gte: createdAt.$gte },
    })
  })
})

test('wholeSecond cuts off, before 1970 too', () => {
  expect([floorToSecond(1999), floorToSecond(-1)].map((date) => date.getTime())).toEqual([1000, -1000])
})
