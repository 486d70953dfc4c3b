import { describe, expect, test } from 'vitest'
import { unknownUser } from 'wandb-run-ops/types'
import { eqUser } from '../../../src/ops/user/eqUser.ts'
import { aUser } from '../records.ts'

describe('eqUser', () => {
  test('treats records with the same username as equal', () => {
    expect(eqUser.equals(aUser(), aUser({ id: undefined, name: undefined }))).toBe(true)
  })

  test('distinguishes users with the same name', () => {
    expect(eqUser.equals(aUser(), aUser({ username: 'ada2' }))).toBe(false)
  })

  test('treats the unknown user as equal to itself', () => {
    expect(eqUser.equals(unknownUser, { ...unknownUser })).toBe(true)
  })
})
