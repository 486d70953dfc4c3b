import { describe, expect, it } from 'vitest'
import { nearest, nearestHint } from '../../../src/expression/internal/nearest.ts'

describe('nearest', () => {
  it('counts letters that are missing, changed or swapped, whatever their case', () => {
    expect(nearest('nmae', ['name', 'same', 'runtime'])).toEqual(['name'])
    expect(nearest('JOBTYPE', ['jobType'])).toEqual(['jobType'])
  })

  it('returns nothing if no name is similar', () => {
    expect(nearestHint('xyz', ['name'])).toBeUndefined()
  })

  it('is quick for names without end', () => {
    expect(nearest('a'.repeat(1_000_000), ['a', 'b'.repeat(1_000_000)])).toEqual([])
  })
})
