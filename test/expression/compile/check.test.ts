import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/expression/compile/check.ts'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { refineRuns } from '../../../src/expression/types/refine.ts'
import { readType, showType } from '../../../src/expression/types/showType.ts'
import { listType, numberType } from '../../../src/expression/types/Type.ts'

const types = {
  runs: readType('list<run>'),
  numbers: listType(numberType),
  refined: refineRuns([
    { config: { lr: 0.1, opt: { name: 'adam' } }, summary: { loss: 1, mixed: 'x' } },
    { config: { opt: { beta: 2 } }, summary: { loss: null, mixed: 2 } },
  ]),
}

const outcome = (text: string): unknown =>
  pipe(
    parse(text),
    E.mapLeft((failure) => [failure]),
    E.flatMap((expression) => check(expression, types)),
    E.match(
      (failures): unknown => failures.map(({ start, end, message, hint }) => [text.slice(start, end), message, hint]),
      showType,
    ),
  )

const failedParts = (text: string): ReadonlyArray<unknown> =>
  (outcome(text) as ReadonlyArray<ReadonlyArray<unknown>>).map(([part]) => part)

describe('check', () => {
  it.each([
    ['runs.name', 'list<string>'],
    ['runs[0].name', 'maybe<string>'],
    ['runs.runtime.max', 'maybe<number>'],
    ['runs.filter((row) => row.runtime > 10)', 'list<run>'],
    ['runs.map((row, index) => {n: row.name, i: index})', 'list<dict<n: string, i: number>>'],
    ['runs.groupby((row) => row.state).count', 'number'],
    ['refined.config["lr"]', 'list<maybe<number>>'],
    ['refined.config.lr.max', 'maybe<number>'],
    ['refined.summary["mixed"]', 'list<string | number>'],
    ['refined.config["opt"]["beta"]', 'list<maybe<number>>'],
    ['refined.config["nothing"]', 'list<none>'],
    ['numbers == 1', 'list<boolean>'],
    ['numbers + numbers', 'list<maybe<number>>'],
    ['null + 6', 'none'],
    ['runs[0].config["lr"] > 1', 'any'],
  ])('infers for %s the type %s', (text, type) => {
    expect(outcome(text)).toBe(type)
  })

  it.each([
    ['runs.nmae', [['nmae', 'list<run> has no operation nmae.', 'Did you mean name?']]],
    ['rums', [['rums', 'Unknown name rums.', 'Did you mean runs?']]],
    ['rang(1)', [['rang', 'number has no operation rang.', undefined]]],
    ['numbers.limit("a")', [['"a"', 'limit expects number, got string.', undefined]]],
    ['numbers.count(1)', [['1', 'Too many arguments: count takes no arguments.', 'Remove the extra ones.']]],
    ['runs.filter(1)', [['1', 'filter expects a function.', 'Write (row) => ….']]],
    ['numbers.limit((row) => row)', [['(row) => row', 'limit expects number, got a function.', undefined]]],
    ['"a" > 1', [['"a" > 1', '> cannot be applied to string and number.', undefined]]],
    ['refined.config.lrr', [['lrr', expect.stringContaining('has no operation lrr.'), expect.stringContaining('lr')]]],
  ])('rejects %s at the position of the error', (text, failures) => {
    expect(outcome(text)).toEqual(failures)
  })

  it('reports all failures in order of position, except those that follow from another', () => {
    expect(failedParts('[b.max + 1, runs.foo((row) => row.x + a), runs.filter((row) => row.nam)]')).toEqual([
      'b',
      'foo',
      'a',
      'nam',
    ])
  })

  it('treats names of the prototype as unknown', () => {
    expect(failedParts('runs.constructor')).toEqual(['constructor'])
    expect(failedParts('toString')).toEqual(['toString'])
    expect(outcome('refined.config["__proto__"]')).toBe('list<none>')
  })
})

describe('null', () => {
  it('has the operations of other values, and no others', () => {
    expect(outcome('null.name')).toBe('none')
    expect(outcome('[null].abs')).toBe('list<none>')
    expect(outcome('null.foo')).toMatchObject([['foo', 'none has no operation foo.', undefined]])
    expect(failedParts('[null].lr')).toEqual(['lr'])
    expect(failedParts('refined.config["none"].lr')).toEqual(['lr'])
  })
})
