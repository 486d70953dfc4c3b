import { expect, test } from 'vitest'
import { named } from '../../../src/types/codec/named.ts'
import { decoded, refusal } from '../outcome.ts'

test('round-trips the name of a node', () => {
  expect(decoded(named, { name: 'team', more: 1 })).toBe('team')
  expect(named.encode('team')).toEqual({ name: 'team' })
})

test.each([[null], ['team'], [{}], [{ name: 1 }], [Object.create({ name: 'inherited' })]])('%j is rejected', (wire) => {
  expect(refusal(named, wire).expected).toBe('{ name }')
})
