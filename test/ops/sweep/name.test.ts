import { describe, expect, test } from 'vitest'
import { sweepDisplayName, sweepName } from '../../../src/ops/sweep/name.ts'
import { aSweep } from '../records.ts'

describe('sweepDisplayName', () => {
  test('returns the display name, or undefined', () => {
    expect(sweepDisplayName(aSweep({ displayName: 'grid' }))).toBe('grid')
    expect(sweepDisplayName(aSweep({ displayName: undefined }))).toBe(undefined)
  })
})

describe('sweepName', () => {
  test('returns the display name before all others', () => {
    expect(sweepName(aSweep({ displayName: 'edited', config: { name: 'configured' } }))).toBe('edited')
  })

  test('returns the name in the config if the display name is missing or empty', () => {
    expect(sweepName(aSweep({ displayName: undefined, config: { name: 'configured' } }))).toBe('configured')
    expect(sweepName(aSweep({ displayName: '', config: { name: 'configured' } }))).toBe('configured')
  })

  test('returns the id if there is neither, or the name is not a string', () => {
    for (const config of [{}, { name: '' }, { name: 7 }, Object.create({ name: 'inherited' })])
      expect(sweepName(aSweep({ displayName: undefined, config }))).toBe('s1w2e3p4')
  })
})
