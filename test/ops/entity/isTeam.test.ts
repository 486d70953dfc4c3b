import { describe, expect, test } from 'vitest'
import { entityIsTeam } from '../../../src/ops/entity/isTeam.ts'
import { anEntity } from '../records.ts'

describe('entityIsTeam', () => {
  test('returns the flag', () => {
    const entity = anEntity()
    expect(entityIsTeam(entity)).toBe(entity.isTeam)
  })

  test('returns undefined if there is none', () => {
    expect(entityIsTeam(anEntity({ isTeam: undefined }))).toBe(undefined)
  })
})
