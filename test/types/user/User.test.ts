import { describe, expect, test } from 'vitest'
import { User, unknownUser } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

describe('User', () => {
  test('reads a user', () => {
    expect(decoded(User, { id: 'VXNlcjox', username: 'ada', name: 'Ada', email: 'x' })).toStrictEqual({
      id: 'VXNlcjox',
      username: 'ada',
      name: 'Ada',
    })
  })

  test('unsent fields are undefined, a username the empty string', () => {
    expect(decoded(User, {})).toStrictEqual({ id: undefined, username: '', name: undefined })
    expect(decoded(User, { username: null, name: null })).toStrictEqual({
      id: undefined,
      username: '',
      name: undefined,
    })
  })

  test('empty names stay empty', () => {
    expect(decoded(User, { username: '', name: '' })).toStrictEqual({ id: undefined, username: '', name: '' })
  })

  test('is frozen', () => {
    expect(Object.isFrozen(decoded(User, { username: 'ada' }))).toBe(true)
  })

  test.each([
    [{ username: 5 }, ['username'], 'string | null', 'number'],
    [{ name: [] }, ['name'], 'string | null', 'array'],
    [{ id: '' }, ['id'], 'StorageId | null', 'string'],
    [null, [], 'User', 'null'],
    ['ada', [], 'User', 'string'],
  ])('%j is rejected', (wire, path, expected, actual) => {
    expect(refusal(User, wire)).toEqual({ path, expected, actual })
  })

  test('round-trips, the unknown user included', () => {
    for (const user of [unknownUser, decoded(User, { id: 'a', username: 'ada', name: 'Ada' })])
      expect(decoded(User, User.encode(user))).toStrictEqual(user)
  })

  test('recognizes what it decoded, and no near miss', () => {
    expect(User.is(unknownUser)).toBe(true)
    expect(User.is({ id: undefined, username: 'ada', name: undefined })).toBe(true)
    expect(User.is({ username: 'ada' })).toBe(false)
    expect(User.is({ id: undefined, username: null, name: undefined })).toBe(false)
    expect(User.is(null)).toBe(false)
  })
})

test('the unknown user is frozen and has no names', () => {
  expect(unknownUser).toStrictEqual({ id: undefined, username: '', name: undefined })
  expect(Object.isFrozen(unknownUser)).toBe(true)
})
