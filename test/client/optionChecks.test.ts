import { describe, expect, test } from 'vitest'
import {
  abortSignal,
  callback,
  cursorOption,
  flag,
  nonEmptyString,
  oneOf,
  optionError,
  pageSizeOption,
  positiveInteger,
  stringList,
} from '../../src/client/optionChecks.ts'

test.each([
  [positiveInteger, [1, 100, 2 ** 40], [0, -1, 1.5, '5', null, Number.NaN, Number.POSITIVE_INFINITY, 5n], /positive/],
  [pageSizeOption, [1, 2 ** 31 - 1], [0, 2 ** 31, '5', null], /from 1 to 2147483647/],
  [cursorOption, ['a'], ['', 7, null], /cursor/],
  [callback, [() => {}, async () => {}], [{}, null, 'log'], /function/],
  [flag, [true, false], [0, 1, 'false', null], /true or false/],
  [stringList, [[], ['a']], ['a', [1], [null], null, { 0: 'a' }], /array of strings/],
  [nonEmptyString, ['a'], ['', 7, null], /non-empty/],
  [oneOf('any', 'all'), ['any', 'all'], ['both', '', null], /"any" or "all"/],
  [
    abortSignal,
    [new AbortController().signal, AbortSignal.abort()],
    [new AbortController(), {}, null, 5, 'abort', { aborted: true }, () => {}],
    /AbortSignal/,
  ],
])('%o accepts what is valid, and says what it must be', (check, valid, invalid, reason) => {
  expect(valid.map(check)).toEqual(valid.map(() => undefined))
  for (const value of invalid) expect(check(value)).toMatch(reason)
})

describe('optionError', () => {
  const checks = { limit: positiveInteger, run: true } as const

  test('is undefined for valid options, and for those that are left out', () => {
    expect(optionError({ limit: 5, run: 7 }, checks)).toBeUndefined()
    expect(optionError({ limit: undefined }, checks)).toBeUndefined()
    expect(optionError({}, checks)).toBeUndefined()
  })

  test('names the option that does not exist, and the one that was meant', () => {
    expect(optionError({ LIMIT: undefined }, checks)).toEqual({
      _tag: 'InvalidQuery',
      field: 'LIMIT',
      reason: 'does not exist',
      hint: 'Did you mean limit?',
      message: 'Unknown option LIMIT. Did you mean limit?',
    })
    expect(optionError({ limits: 1 }, checks, 'client')).toMatchObject({ _tag: 'InvalidClient', option: 'limits' })
    expect(optionError({ limits: 1 }, checks)?.message).toBe('Unknown option limits. Expected one of limit, run.')
    expect(optionError({ limits: 1 }, checks, 'load', () => 'Try run.')?.message).toBe(
      'Unknown option limits. Try run.',
    )
  })

  test.each(['constructor', 'toString', 'hasOwnProperty'])('knows no option of the prototype: %s', (name) => {
    expect(optionError({ [name]: 1 }, checks)).toMatchObject({ field: name, reason: 'does not exist' })
  })

  test('names the value that is invalid', () => {
    expect(optionError({ limit: '5' }, checks)?.message).toBe('Invalid query: limit must be a positive integer.')
  })

  test.each([5, null, 'limit', [], () => {}])('refuses %j as options', (given) => {
    expect(optionError(given, checks)?.message).toBe('Invalid query: options must be an object.')
  })

  test('is short, however long the name is', () => {
    expect(JSON.stringify(optionError({ ['x'.repeat(1e6)]: 1 }, checks)).length).toBeLessThan(1000)
  })
})
