import { describe, expect, test } from 'vitest'
import { userEmail } from '../../../src/ops/user/email.ts'
import { anAccount } from '../records.ts'

describe('userEmail', () => {
  test('returns the URL', () => {
    const user = anAccount()
    expect(userEmail(user)).toBe(user.email)
  })

  test('returns undefined if there is none', () => {
    expect(userEmail(anAccount({ email: undefined }))).toBe(undefined)
  })
})
