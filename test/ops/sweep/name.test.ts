import { describe, expect, test } from 'vitest'
import { sweepDisplayName, sweepName } from '../../../src/ops/sweep/name.ts'
import { aSweep } from '../records.ts'

describe('sweepDisplayName', () => {
  test('gives the display name, or undefined', () => {
    expect(sweepDisplayName(aSweep({ displayName: 'grid' }))).toBe('grid')
    expect(sweepDisplayName(aSweep({ displayName: undefined }))).toBe(undefined)
  })
})

describe('sweepName', () => {
  test('gives the display name before all others', () => {
    expect(sweepName(aSweep({ displayName: 'edited', config: { name: 'configured' } }))).toBe('edited')
  })

  test('gives the name in the config where there is no display name, or an empty one', () => {
    expect(sweepName(aSweep({ displayName: undefined, config: { name: 'configured' } }))).toBe('configured')
    expect(sweepName(aSweep({ displayName: '', config: { name: 'configured' } }))).toBe('configured')
  })

  test('gives the id where there is neither, or a name that is no text', () => {
    for (const config of [{}, { name: '' }, { name: 7 }, Object.create({ name: 'inherited' })])
      expect(sweepName(aSweep({ displayName: undefined, config }))).toBe('s1w2e3p4')
  })
})
