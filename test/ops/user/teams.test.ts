import { describe, expect, test } from 'vitest'
import { userTeams } from '../../../src/ops/user/teams.ts'
import { anAccount } from '../records.ts'

describe('userTeams', () => {
  test('gives the names', () => {
    const user = anAccount()
    expect(userTeams(user)).toBe(user.teams)
  })

  test('gives an empty list where there is none', () => {
    expect(userTeams(anAccount({ teams: [] }))).toEqual([])
  })
})
