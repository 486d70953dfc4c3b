import { describe, expect, test } from 'vitest'
import { userName } from '../../../src/ops/user/name.ts'
import { aUser } from '../records.ts'

describe('userName', () => {
  test('gives the full name', () => {
    const user = aUser()
    expect(userName(user)).toBe(user.name)
  })

  test('gives undefined where there is none', () => {
    expect(userName(aUser({ name: undefined }))).toBe(undefined)
  })
})
