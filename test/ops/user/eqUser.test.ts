import { describe, expect, test } from 'vitest'
import { unknownUser } from 'wandb-run-ops/types'
import { eqUser } from '../../../src/ops/user/eqUser.ts'
import { aUser } from '../records.ts'

describe('eqUser', () => {
  test('takes records of one login name for the same', () => {
    expect(eqUser.equals(aUser(), aUser({ id: undefined, name: undefined }))).toBe(true)
  })

  test('tells people of one name apart', () => {
    expect(eqUser.equals(aUser(), aUser({ username: 'ada2' }))).toBe(false)
  })

  test('takes the unknown user for itself', () => {
    expect(eqUser.equals(unknownUser, { ...unknownUser })).toBe(true)
  })
})
