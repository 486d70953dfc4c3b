import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeSteps, rowIndices } from '../../src/history/mergeSteps.ts'

const merged = (...lists: ReadonlyArray<ReadonlyArray<number>>) => {
  const { steps, inOrder, eachInOrder } = mergeSteps(lists.map((list) => Float64Array.from(list)))
  return { steps: [...steps], inOrder, eachInOrder }
}

const step = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.constantFrom(-0, 0.5, 1e12))

/** Lists of steps: ascending, or in any order with duplicates. */
const lists = fc.array(
  fc.oneof(
    fc.array(step, { maxLength: 8 }),
    fc.uniqueArray(step, { maxLength: 8, comparator: 'IsStrictlyEqual' }).map((list) => list.sort((a, b) => a - b)),
  ),
  { maxLength: 6 },
)

describe('mergeSteps', () => {
  test('concatenates consecutive lists', () => {
    expect(merged([0, 1], [], [5, 7])).toEqual({ steps: [0, 1, 5, 7], inOrder: true, eachInOrder: true })
    expect(merged()).toEqual({ steps: [], inOrder: true, eachInOrder: true })
  })

  test('merges overlapping lists, and lists in any order', () => {
    expect(merged([0, 2, 9], [1, 2, 3], [2, 4])).toEqual({
      steps: [0, 1, 2, 3, 4, 9],
      inOrder: false,
      eachInOrder: true,
    })
    expect(merged([9, 2, 2, 0], [1, 2, 3])).toEqual({ steps: [0, 1, 2, 3, 9], inOrder: false, eachInOrder: false })
  })

  test('treats -0 as 0 when merging lists', () => {
    expect(merged([-0, 1], [0, 2]).steps).toEqual([0, 1, 2])
    expect(merged([1], [-0]).steps).toEqual([0, 1])
    expect(merged([1, -0]).steps).toEqual([0, 1])
  })

  test('returns the same steps as sorting, for ascending lists and others', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const { steps, inOrder } = merged(...all)
        const wanted = [...new Set(all.flat())].sort((a, b) => a - b)
        const behind = all.flat()
        return (
          steps.length === wanted.length &&
          steps.every((one, row) => one === wanted[row] && (inOrder || !Object.is(one, -0))) &&
          inOrder === (behind.length === wanted.length && behind.every((one, row) => one === wanted[row]))
        )
      }),
    )
  })
})

test('rowsOf returns the row of each step', () => {
  fc.assert(
    fc.property(lists, (all) => {
      const arrays = all.map((list) => Float64Array.from(list))
      const { steps } = mergeSteps(arrays)
      return arrays.every((list) => rowIndices(steps, list).every((row, index) => steps[row] === list[index]))
    }),
  )
})
