import { describe, expect, test } from 'vitest'
import { userEmail } from '../../../src/ops/user/email.ts'
import { anAccount } from '../records.ts'

describe('userEmail', () => {
  test('gives the address', () => {
    const user = anAccount()
    expect(userEmail(user)).toBe(user.email)
  })

  test('gives undefined where there is none', () => {
    expect(userEmail(anAccount({ email: undefined }))).toBe(undefined)
  })
})
