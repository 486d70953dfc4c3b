import { describe, expect, test } from 'vitest'
import { runDisplayName, runName } from '../../../src/ops/run/name.ts'
import { aRun } from '../records.ts'

describe('runName', () => {
  test('returns the display name', () => {
    expect(runName(aRun())).toBe('swift-sun-1')
  })

  test('returns the id when there is no display name', () => {
    expect(runName(aRun({ displayName: undefined }))).toBe('a1b2c3d4')
  })

  test('returns an empty display name as is', () => {
    expect(runName(aRun({ displayName: '' }))).toBe('')
  })

  test('works with map', () => {
    expect([aRun(), aRun({ displayName: 'b' })].map(runName)).toEqual(['swift-sun-1', 'b'])
  })
})

describe('runDisplayName', () => {
  test('returns undefined when there is no display name', () => {
    expect(runDisplayName(aRun({ displayName: undefined }))).toBeUndefined()
  })

  test('returns the display name', () => {
    expect(runDisplayName(aRun())).toBe('swift-sun-1')
  })
})
