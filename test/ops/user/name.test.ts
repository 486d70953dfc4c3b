import { describe, expect, test } from 'vitest'
import { userName } from '../../../src/ops/user/name.ts'
import { aUser } from '../records.ts'

describe('userName', () => {
  test('returns the full name', () => {
    const user = aUser()
    expect(userName(user)).toBe(user.name)
  })

  test('returns undefined if there is none', () => {
    expect(userName(aUser({ name: undefined }))).toBe(undefined)
  })
})
