import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { relationalParts } from '../../../src/expression/plan/relationalParts.ts'
import { answerPart } from '../../../src/expression/relation/answerPart.ts'
import { evaluateBy } from '../../../src/expression/relation/evaluateBy.ts'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { listType, recordType } from '../../../src/expression/types/Type.ts'
import { plainCells } from '../../../src/expression/values/cells.ts'

const parsed = (text: string) => {
  const read = parse(text)
  if (E.isLeft(read)) throw new Error(read.left.message)
  return read.right
}

const runOf = (config: object, more: object = {}) => ({
  ...{ id: 'a', storageId: 'A', state: 'finished', createdAt: new Date(0), heartbeatAt: undefined, jobType: undefined },
  ...{ sweepName: undefined, displayName: undefined, tags: [], summary: {}, config, ...more },
})

const runs = [runOf({ lr: 1, opt: 'adam' }), runOf({ lr: 3, opt: 'sgd' }), runOf({ lr: null, opt: 'adam' })]

/** What columns answer to an expression; `undefined` if they leave it to the evaluator. */
const answerTo = (text: string, given: ReadonlyArray<unknown>, cells = plainCells()): unknown => {
  const { parts } = relationalParts(parsed(text), (name) => name === 'runs')
  const [part] = parts
  if (part === undefined) return undefined
  const types = [listType(recordType('run'))]
  return answerPart(part, {
    cells,
    names: ['runs'],
    types,
    values: [given],
    unchecked: new Set(),
    typeOf: () => undefined,
  })
}

const value = (text: string, given: ReadonlyArray<unknown>): unknown => {
  const [one, other] = [0, Number.POSITIVE_INFINITY].map((fewest) =>
    evaluateBy(fewest)(parsed(text), { runs: given }, {}),
  )
  expect(one).toEqual(other)
  return one && E.isRight(one) ? one.right.value : one?.left.message
}

test.each<[string, unknown]>([
  ['runs.count', 3],
  ['runs.filter((row) => row.config["lr"] > 1).count', 1],
  ['runs.config["lr"].avg', 2],
  ['runs.filter((row) => row.state == "crashed").config["lr"].sum', 0],
  ['runs.filter((row) => row.state == "crashed").config["lr"].max', null],
  ['runs.sort((row) => row.config["lr"], "desc").config["opt"]', ['sgd', 'adam', 'adam']],
  ['runs.groupby((row) => row.config["opt"]).groupkey', ['adam', 'sgd']],
  ['runs.groupby((row) => [row.config["opt"], row.config["lr"]]).count', 3],
  ['runs.config["opt"].unique', ['adam', 'sgd']],
])('columns answer %s', (text, expected) => {
  expect(answerTo(text, runs)).toEqual(expected)
  expect(value(text, runs)).toEqual(expected)
})

const lr = 'runs.filter((row) => row.config["lr"] > 1).count'
const byLr = 'runs.groupby((row) => row.config["lr"]).groupkey'

test.each<[string, string, object, unknown]>([
  ['a list, whose elements a filter compares', lr, runOf({ lr: [2] }), 1],
  ['a bigint, which is a number', lr, runOf({ lr: 2n }), 2],
  ['a list as a key', byLr, runOf({ lr: [1] }), [1, 3, null, [1]]],
  ['missing values and null, which are one key', byLr, runOf({}), [1, 3, null]],
  [
    'a date among other values, of which the latest is an extreme',
    'runs.config["day"].max',
    runOf({ day: new Date(5) }),
    new Date(5),
  ],
  [
    'an invalid date',
    'runs.filter((row) => !(row.createdAt < Date("2026-01-01"))).count',
    runOf({}, { createdAt: new Date(Number.NaN) }),
    1,
  ],
  ['a config that is a list', 'runs.config["lr"].avg', runOf([{ lr: 5 }]), 2],
  [
    'values of a config that is a list',
    'runs.sort((row) => row.state).config["lr"]',
    runOf([{ lr: 5 }], { state: 'crashed' }),
    [[5], 1, 3, null],
  ],
  [
    'values of a config that is an empty list, behind a limit',
    'runs.sort((row) => row.state).limit(1).config["lr"].avg',
    runOf([], { state: 'crashed' }),
    [null],
  ],
  ['a list as a sort key', 'runs.sort((row) => row.config["lr"]).state', runOf([{ lr: 5 }]), Array(4).fill('finished')],
  [
    'a time that is a number as a sort key',
    'runs.sort((row) => row.createdAt).createdAt',
    runOf({}, { createdAt: -5 }),
    [-5, new Date(0), new Date(0), new Date(0)],
  ],
  ['tags that are a number', 'runs.filter((row) => !row.tags.contains("a")).count', runOf({}, { tags: 5 }), 3],
  ['a time that is a number', 'runs.createdAt.max', runOf({}, { createdAt: 5 }), 5],
])('the evaluator decides about %s', (_, text, odd, expected) => {
  const all = [...runs, odd]
  expect(answerTo(text, all)).toBeUndefined()
  expect(value(text, all)).toEqual(expected)
})

test('a run without a field that the expression reads fails as in the evaluator', () => {
  const { summary: _, ...without } = runOf({ lr: 9 })
  const text = 'runs.filter((row) => row.config["lr"] > 9 && row.summary["acc"] > 1).count'
  expect(answerTo(text, [...runs, without])).toBeUndefined()
  expect(value(text, [...runs, without])).toMatch(/^summary reads a field that the run does not have/)
})

test.each([
  ['compared with what is no time', 'row.createdAt.hour("UTC") == 0'],
  ['behind a condition that does not hold', 'row.config["lr"] > 9 && row.createdAt.day == Date("2026-01-01")'],
  ['a sort key', 'row.createdAt.day'],
  ['a sort key of runs that are then filtered', 'row.createdAt.day).filter((row) => row.state == "x"'],
])('the start of what is no time, %s, fails as in the evaluator', (_, condition) => {
  const method = condition.startsWith('row.createdAt.day') ? 'sort' : 'filter'
  const text = `runs.${method}((row) => ${condition}).name`
  const all = [...runs, runOf({ lr: 10 }, { createdAt: 'text' })]
  expect(answerTo(text, runs)).toBeDefined()
  expect(answerTo(text, all)).toBeUndefined()
  expect(value(text, all)).toMatch(/^An operation reads a field that a record does not have/)
})

const early = new Date(0)
const late = 'Date("2026-01-01")'

test.each<[string, string, object, unknown]>([
  ['a list', 'runs.filter((row) => row.state == "finished" || row.config["lr"] == 1).count', { lr: [9] }, 3],
  [
    'a list that is negated',
    'runs.filter((row) => !(row.state == "x" && row.config["lr"] == 1)).count',
    { lr: [9] },
    3,
  ],
  ['a date', `runs.filter((row) => !(row.config["lr"] > ${late})).count`, { lr: early }, 1],
  ['a bigint', 'runs.filter((row) => row.state == "x" && row.config["lr"] > 1).count', { lr: 2n ** 70n }, /^A bigint/],
])('the evaluator decides about %s in a condition that a relation need not read', (_, text, config, expected) => {
  const all = [...runs, runOf(config)]
  expect(answerTo(text, runs)).toBeDefined()
  expect(answerTo(text, all)).toBeUndefined()
  const found = value(text, all)
  if (expected instanceof RegExp) expect(found).toMatch(expected)
  else expect(found).toEqual(expected)
})

test('what is counted is read', () => {
  const text = 'runs.createdAt.day.count'
  expect(answerTo(text, runs)).toBe(3)
  expect(answerTo(text, [...runs, runOf({}, { createdAt: 'text' })])).toBeUndefined()
})

test('cells that a relation does not read are checked in all blocks', () => {
  const many = Array.from({ length: 2500 }, (_, index) => runOf({ lr: index === 2400 ? [1] : 1 }))
  const text = 'runs.filter((row) => row.state == "finished" || row.config["lr"] == 1).count'
  expect(answerTo(text, many.slice(0, 2400))).toBe(2400)
  expect(answerTo(text, many)).toBeUndefined()
  expect(value(text, many)).toBe(2499)
})

test('what is not a run is found, even if columns would not read it', () => {
  const text = 'runs.filter((row) => row.config["lr"] > 1).map((row) => row.state)'
  expect(value(text, [...runs, { config: { lr: 5 }, state: 'x' }])).toEqual(['finished', 'x'])
})

test('NaN is neither less nor greater, which is false and not null', () => {
  const all = [...runs, runOf({ lr: Number.NaN })]
  const text = 'runs.filter((row) => !(row.config["lr"] > 1)).count'
  expect([answerTo(text, all), value(text, all)]).toEqual([2, 2])
})

test('values of groups have their key as a tag', () => {
  expect(value('runs.groupby((row) => row.config["opt"]).map((row) => row.config["lr"].avg).groupkey', runs)).toEqual([
    'adam',
    'sgd',
  ])
})

test('columns charge what the evaluator would, and answer only if much more is left', () => {
  const cells = plainCells()
  cells.spendBudget(99_999_900)
  expect(answerTo(lr, runs, cells)).toBeUndefined()
  const fresh = plainCells()
  answerTo(lr, runs, fresh)
  expect(fresh.hasLeft(100_000_000, 0)).toBe(false)
})
