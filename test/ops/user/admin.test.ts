import { describe, expect, test } from 'vitest'
import { userIsAdmin } from '../../../src/ops/user/admin.ts'
import { anAccount } from '../records.ts'

describe('userIsAdmin', () => {
  test('returns the flag', () => {
    const user = anAccount()
    expect(userIsAdmin(user)).toBe(user.admin)
  })

  test('returns undefined if there is none', () => {
    expect(userIsAdmin(anAccount({ admin: undefined }))).toBe(undefined)
  })
})
