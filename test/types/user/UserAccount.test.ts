import { expect, test } from 'vitest'
import { UserAccount } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'VXNlcjox',
  username: 'ada',
  name: 'Ada',
  email: 'ada@example.com',
  entity: 'team',
  admin: false,
  accountType: 'USER',
  photoUrl: null,
  createdAt: '2024-02-29T10:00:00',
  deletedAt: null,
  teams: { edges: [{ node: { name: 'team' } }, { node: null }, null, { node: { name: 'lab' } }] },
}

test('reads an account, frozen, without teams that the server left out', () => {
  const account = decoded(UserAccount, node)
  expect(account).toStrictEqual({
    id: 'VXNlcjox',
    username: 'ada',
    name: 'Ada',
    email: 'ada@example.com',
    entity: 'team',
    admin: false,
    accountType: 'USER',
    photoUrl: undefined,
    createdAt: new Date('2024-02-29T10:00:00Z'),
    deletedAt: undefined,
    teams: ['team', 'lab'],
  })
  expect(Object.isFrozen(account) && Object.isFrozen(account.teams)).toBe(true)
})

test('what the API key cannot see is undefined, and missing teams are empty', () => {
  expect(decoded(UserAccount, { username: 'ada' })).toMatchObject({ email: undefined, admin: undefined, teams: [] })
})

test.each([
  [{ ...node, admin: 'no' }, ['admin'], 'boolean | null', 'string'],
  [{ ...node, teams: { edges: [{ node: { name: 1 } }] } }, ['teams', '0'], '{ name }', 'object'],
])('%j is rejected', (wire, path, expected, actual) => {
  expect(refusal(UserAccount, wire)).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const account = decoded(UserAccount, node)
  expect(decoded(UserAccount, UserAccount.encode(account))).toStrictEqual(account)
  expect(UserAccount.is(account)).toBe(true)
  expect(UserAccount.is(node)).toBe(false)
})
