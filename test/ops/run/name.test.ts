import { describe, expect, test } from 'vitest'
import { runDisplayName, runName } from '../../../src/ops/run/name.ts'
import { aRun } from '../records.ts'

describe('runName', () => {
  test('gives the display name', () => {
    expect(runName(aRun())).toBe('swift-sun-1')
  })

  test('gives the id where there is no display name', () => {
    expect(runName(aRun({ displayName: undefined }))).toBe('a1b2c3d4')
  })

  test('keeps an empty display name, which is not an absent one', () => {
    expect(runName(aRun({ displayName: '' }))).toBe('')
  })

  test('is ready for map', () => {
    expect([aRun(), aRun({ displayName: 'b' })].map(runName)).toEqual(['swift-sun-1', 'b'])
  })
})

describe('runDisplayName', () => {
  test('gives undefined where there is no display name', () => {
    expect(runDisplayName(aRun({ displayName: undefined }))).toBeUndefined()
  })

  test('gives the display name', () => {
    expect(runDisplayName(aRun())).toBe('swift-sun-1')
  })
})
