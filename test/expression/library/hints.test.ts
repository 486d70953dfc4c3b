import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src/expression/evaluate.ts'
import { hintForMember, isComparator } from '../../../src/expression/library/hints.ts'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { asked } from './asked.ts'
import { someRun } from './someRuns.ts'

const runs = [someRun('a', { lr: 1 }, { acc: 0.5 }), someRun('b', { lr: 2 }, { acc: 0.7 })]

/** The part of the text that is wrong, and the hint. */
const refused = (text: string) =>
  pipe(
    parse(text),
    E.flatMap((expression) => evaluate(expression, { runs })),
    E.match(
      ({ start, end, hint }) => [text.slice(start, end), hint],
      () => undefined,
    ),
  )

describe('a name of another language', () => {
  test.each([
    ['runs.summary["acc"].std()', 'std', 'Use stddev.'],
    ['runs.summary["acc"].mean', 'mean', 'Use avg.'],
    ['runs.length', 'length', 'Use count for lists, len for strings.'],
    ['runs.slice(0, 5).name', 'slice', 'Use offset(start).limit(count).'],
    ['runs.find((r) => r.name == "x")', 'find', 'Use filter((row) => condition)[0].'],
    ['runs.reduce((a, b) => a, 0)', 'reduce', 'Use sum, avg, min, max, count, argmin, argmax or joinToStr.'],
    ['(1.25).round(2)', '2', 'Use toFixed(digits) to round to decimal places.'],
    [
      'runs.map((row) => Math.round(row.runtime))',
      'Math',
      'Write an operation on the number: x.round, x.floor, x.ceil, x.abs, [x, y].max.',
    ],
    ['runs.groupby((r) => r.name).map((g) => g.key)', 'key', 'Use groupkey for the key of a group.'],
    ['runs.duration', 'duration', 'Use runtime, in seconds.'],
    ['Object.keys(runs[0].config)', 'Object', 'Write dict.keys or dict.values.'],
    ['runs.join(runs, (r) => r.id, (r) => r.id, "a", "b", "false", "true")', '"false"', 'Write false without quotes.'],
    ['1 ? 2 : 3', ' ? ', 'A condition must be a boolean: write a comparison, such as x > 0.'],
    ['runs.max((r) => r.summary["acc"])', 'max', 'Choose a value of each element first: map((row) => value).max.'],
    ['runs.name.join(", ")', 'join', 'To join strings, use joinToStr(separator).'],
    ['parseInt("5")', 'parseInt', 'Write x.toNumber.floor.'],
    ['str(1)', 'str', 'Write x.toString.'],
    ['runs.filter((r) => r.state == finished)', 'finished', 'To write a string, put it in quotes: "finished".'],
    ['runs[0].metrics.acc', 'metrics', 'Use summary.'],
    ['runs[0].config.get("lr")', 'get', 'Use brackets: dict["key"].'],
    [
      'runs.filter((r) => r.createdAt > now())',
      'now',
      'An expression has no clock: compare with a time that you know, as in run.createdAt > Date("2026-11-21").',
    ],
    ['runs.sumary', 'sumary', 'Did you mean summary?'],
    [
      'runs.summary["acc"].percentile(90)',
      'percentile',
      'There is none: sort the numbers and take the middle one, as in x.dropna.sort[x.dropna.count // 2].',
    ],
  ])('%s is refused with the right spelling', (text, part, hint) => {
    expect(refused(text)).toEqual([part, hint])
  })

  test.each([
    ['true AND false', 'AND', 'Write && or and.'],
    ['not true', 'true', 'Write !x.'],
    ['runs[0].notes is not null', 'is', 'Write == null or != null.'],
    ['lambda r: r', 'r', 'Write (row) => value.'],
    ['SELECT 1', '1', 'Write runs.filter((row) => condition).map((row) => value).'],
    ['runs[0:2]', ':', 'Use offset(start).limit(count) for a slice.'],
    ['1 <> 2', '>', 'Write !=.'],
    ['# all of them\nruns.count', ' ', 'Write a comment in a line of its own, after //.'],
  ])('%s is refused with the syntax of expressions', (text, part, hint) => {
    expect(refused(text)).toEqual([part, hint])
  })

  test('that no value has is no operation, even of a value of unknown type', () => {
    expect(asked('runs.summary["acc"].percentile(90)', { runs: [...runs, ...Array(200).fill(runs[0])] })).toBe(
      'TypeError: There is no operation percentile.',
    )
  })

  test('of an aggregate that W&B does not have is refused', () => {
    for (const name of ['median', 'percentile', 'quantile']) expect(hintForMember(name, [])).toMatch(/^There is none/)
    expect(asked('[3, null, 1, 2].dropna.sort[[3, null, 1, 2].dropna.count // 2]')).toBe(2)
  })
})

describe('a function that compares two elements', () => {
  test.each(['(a, b) => b.summary["acc"] - a.summary["acc"]', '(a, b) => a - b', '(x, y) => x.name < y.name ? -1 : 1'])(
    '%s is refused as a sort key, with the right spelling',
    (comparator) => {
      const hint = 'Write sort((row) => key), or sort((row) => key, "desc").'
      expect(refused(`runs.sort(${comparator})`)).toEqual([comparator, hint])
    },
  )

  test.each(['(row, index) => -index', '(row) => row.name', '(row, index) => row.runtime - index * 2'])(
    '%s is a sort key',
    (key) => {
      const parsed = parse(key)
      expect(E.isRight(parsed) && isComparator(parsed.right)).toBe(false)
    },
  )
})
