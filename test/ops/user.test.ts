import { describe, expect, test } from 'vitest'
import { unknownUser } from 'wandb-run-ops/types'
import {
  eqUser,
  ordUserByUsername,
  ordUserByUsernameDescending,
  userEmail,
  userEntity,
  userId,
  userIsAdmin,
  userName,
  userTeams,
  userUsername,
} from '../../src/ops/user.ts'
import { anAccount, aUser } from './records.ts'

describe('userIsAdmin', () => {
  test('returns the flag', () => {
    const user = anAccount()
    expect(userIsAdmin(user)).toBe(user.admin)
  })

  test('returns undefined if there is none', () => {
    expect(userIsAdmin(anAccount({ admin: undefined }))).toBe(undefined)
  })
})

describe('userEmail', () => {
  test('returns the URL', () => {
    const user = anAccount()
    expect(userEmail(user)).toBe(user.email)
  })

  test('returns undefined if there is none', () => {
    expect(userEmail(anAccount({ email: undefined }))).toBe(undefined)
  })
})

describe('userEntity', () => {
  test('returns the entity', () => {
    const user = anAccount()
    expect(userEntity(user)).toBe(user.entity)
  })

  test('returns undefined if there is none', () => {
    expect(userEntity(anAccount({ entity: undefined }))).toBe(undefined)
  })
})

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

describe('userId', () => {
  test('returns the id', () => {
    const user = aUser()
    expect(userId(user)).toBe(user.id)
  })

  test('returns undefined if there is none', () => {
    expect(userId(aUser({ id: undefined }))).toBe(undefined)
  })
})

describe('userName', () => {
  test('returns the full name', () => {
    const user = aUser()
    expect(userName(user)).toBe(user.name)
  })

  test('returns undefined if there is none', () => {
    expect(userName(aUser({ name: undefined }))).toBe(undefined)
  })
})

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

describe('userTeams', () => {
  test('returns the names', () => {
    const user = anAccount()
    expect(userTeams(user)).toBe(user.teams)
  })

  test('returns an empty list if there is none', () => {
    expect(userTeams(anAccount({ teams: [] }))).toEqual([])
  })
})

describe('userUsername', () => {
  test('returns the login name', () => {
    const user = aUser()
    expect(userUsername(user)).toBe(user.username)
  })

  test('returns the empty string for the unknown user', () => {
    expect(userUsername(aUser({ username: '' }))).toBe('')
  })
})
