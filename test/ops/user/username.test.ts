import { describe, expect, test } from 'vitest'
import { userUsername } from '../../../src/ops/user/username.ts'
import { aUser } from '../records.ts'

describe('userUsername', () => {
  test('returns the login name', () => {
    const user = aUser()
    expect(userUsername(user)).toBe(user.username)
  })

  test('returns the empty string for the unknown user', () => {
    expect(userUsername(aUser({ username: '' }))).toBe('')
  })
})
