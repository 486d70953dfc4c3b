import { describe, expect, test } from 'vitest'
import { userEntity } from '../../../src/ops/user/entity.ts'
import { anAccount } from '../records.ts'

describe('userEntity', () => {
  test('gives the entity', () => {
    const user = anAccount()
    expect(userEntity(user)).toBe(user.entity)
  })

  test('gives undefined where there is none', () => {
    expect(userEntity(anAccount({ entity: undefined }))).toBe(undefined)
  })
})
