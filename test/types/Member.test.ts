import { expect, test } from 'vitest'
import { Member } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

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
