import { describe, expect, test } from 'vitest'
import { unknownUser } from 'wandb-run-ops/types'
import { ordUserByUsername, ordUserByUsernameDescending } from '../../../src/ops/user/ordUser.ts'
import { aUser } from '../records.ts'

const ada = aUser()
const grace = aUser({ username: 'grace' })

describe('ordUserByUsername', () => {
  test('orders by login name, the unknown user last', () => {
    expect([unknownUser, grace, ada].sort(ordUserByUsername.compare)).toEqual([ada, grace, unknownUser])
  })
})

describe('ordUserByUsernameDescending', () => {
  test('orders backwards, the unknown user last', () => {
    expect([unknownUser, ada, grace].sort(ordUserByUsernameDescending.compare)).toEqual([grace, ada, unknownUser])
  })
})
