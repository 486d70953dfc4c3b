import { describe, expect, test } from 'vitest'
import { userEntity } from '../../../src/ops/user/entity.ts'
import { anAccount } from '../records.ts'

describe('userEntity', () => {
  test('returns the entity', () => {
    const user = anAccount()
    expect(userEntity(user)).toBe(user.entity)
  })

  test('returns undefined if there is none', () => {
    expect(userEntity(anAccount({ entity: undefined }))).toBe(undefined)
  })
})
