import { expect, test } from 'vitest'
import { Team } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

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
