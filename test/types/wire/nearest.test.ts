import { describe, expect, it } from 'vitest'
import { didYouMean, nearestNames } from '../../../src/types/wire/nearest.ts'

describe('nearest', () => {
  it('counts letters that are missing, changed or swapped, whatever their case', () => {
    expect(nearestNames('nmae', ['name', 'same', 'runtime'])).toEqual(['name'])
    expect(nearestNames('JOBTYPE', ['jobType'])).toEqual(['jobType'])
  })

  it('returns nothing if no name is similar', () => {
    expect(didYouMean('xyz', ['name'])).toBeUndefined()
  })

  it('is quick for names without end', () => {
    expect(nearestNames('a'.repeat(1_000_000), ['a', 'b'.repeat(1_000_000)])).toEqual([])
  })
})
