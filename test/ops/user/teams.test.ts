import { describe, expect, test } from 'vitest'
import { userTeams } from '../../../src/ops/user/teams.ts'
import { anAccount } from '../records.ts'

describe('userTeams', () => {
  test('returns the names', () => {
    const user = anAccount()
    expect(userTeams(user)).toBe(user.teams)
  })

  test('returns an empty list if there is none', () => {
    expect(userTeams(anAccount({ teams: [] }))).toEqual([])
  })
})
