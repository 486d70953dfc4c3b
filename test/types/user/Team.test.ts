import { describe, expect, test } from 'vitest'
import { Member, Team } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

describe('Member', async () => {
  const node = { id: 'm1', username: 'ada', name: 'Ada', email: 'ada@example.com', admin: true, pending: false }

  test('reads a member, frozen', () => {
    const member = decoded(Member, { ...node, role: 'admin', accountType: 'USER', photoUrl: null })
    expect(member).toStrictEqual({ ...node, role: 'admin', accountType: 'USER', photoUrl: undefined })
    expect(Object.isFrozen(member)).toBe(true)
  })

  test('stores no API key', () => {
    expect(JSON.stringify(decoded(Member, { ...node, apiKey: 'secret' }))).not.toContain('secret')
  })

  test('an invitation has no username', () => {
    expect(decoded(Member, { pending: true, email: 'grace@example.com' })).toMatchObject({
      username: undefined,
      pending: true,
    })
  })

  test('a name that is not a string is rejected', () => {
    expect(refusal(Member, { name: 1 })).toEqual({ path: ['name'], expected: 'string | null', actual: 'number' })
  })

  test('round-trips, and recognizes the result', () => {
    const member = decoded(Member, node)
    expect(decoded(Member, Member.encode(member))).toStrictEqual(member)
    expect(Member.is(member)).toBe(true)
  })
})

describe('Team', async () => {
  const node = {
    id: 'RW50aXR5OjE=',
    name: 'team',
    isTeam: true,
    members: [{ id: 'm1', username: 'ada', name: 'Ada' }],
    createdAt: '2024-02-29T10:00:00',
    photoUrl: null,
    readOnly: false,
    privateOnly: true,
    defaultAccess: 'PRIVATE',
    codeSavingEnabled: true,
    isPaid: false,
    storageBytes: '9007199254740991',
  }

  test('reads a team with its members, frozen', () => {
    const team = decoded(Team, node)
    expect(team).toMatchObject({
      name: 'team',
      isTeam: true,
      members: [{ username: 'ada' }],
      createdAt: new Date('2024-02-29T10:00:00Z'),
      photoUrl: undefined,
      privateOnly: true,
      defaultAccess: 'PRIVATE',
      storageBytes: 9007199254740991,
    })
    expect(Object.isFrozen(team) && Object.isFrozen(team.members)).toBe(true)
  })

  test('an unreadable member makes the team unreadable, and is named', () => {
    expect(refusal(Team, { ...node, members: [{ name: 1 }] })).toEqual({
      path: ['members', '0', 'name'],
      expected: 'string | null',
      actual: 'number',
    })
  })

  test('round-trips, and recognizes the result', () => {
    for (const team of [decoded(Team, node), decoded(Team, { id: 'a', name: 'ada' })]) {
      expect(decoded(Team, Team.encode(team))).toStrictEqual(team)
      expect(Team.is(team)).toBe(true)
    }
  })
})
