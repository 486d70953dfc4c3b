import { describe, expect, test } from 'vitest'
import { entityIsTeam } from '../../../src/ops/entity/isTeam.ts'
import { anEntity } from '../records.ts'

describe('entityIsTeam', () => {
  test('gives the flag', () => {
    const entity = anEntity()
    expect(entityIsTeam(entity)).toBe(entity.isTeam)
  })

  test('gives undefined where there is none', () => {
    expect(entityIsTeam(anEntity({ isTeam: undefined }))).toBe(undefined)
  })
})
