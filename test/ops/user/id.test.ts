import { describe, expect, test } from 'vitest'
import { userId } from '../../../src/ops/user/id.ts'
import { aUser } from '../records.ts'

describe('userId', () => {
  test('returns the id', () => {
    const user = aUser()
    expect(userId(user)).toBe(user.id)
  })

  test('returns undefined if there is none', () => {
    expect(userId(aUser({ id: undefined }))).toBe(undefined)
  })
})
