import { describe, expect, test } from 'vitest'
import { userIsAdmin } from '../../../src/ops/user/admin.ts'
import { anAccount } from '../records.ts'

describe('userIsAdmin', () => {
  test('gives the flag', () => {
    const user = anAccount()
    expect(userIsAdmin(user)).toBe(user.admin)
  })

  test('gives undefined where there is none', () => {
    expect(userIsAdmin(anAccount({ admin: undefined }))).toBe(undefined)
  })
})
