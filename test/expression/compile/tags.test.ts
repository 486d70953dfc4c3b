import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/expression/compile/check.ts'
import { evaluate } from '../../../src/expression/evaluate.ts'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { readType, showType } from '../../../src/expression/types/showType.ts'
import { fits } from '../../laws/fits.ts'
import { asked, typeAsked } from '../library/asked.ts'
import { someRun } from '../library/someRuns.ts'

const runs = [
  someRun('a', { lr: 1, kind: 'x' }, { loss: 3, l: [1, 2] }),
  null,
  someRun('b', { lr: 1, kind: 'y' }, { loss: 2 }),
  someRun('c', { lr: 2, kind: 'x' }, { loss: 1 }),
]
const some = runs.filter((run) => run !== null)

describe('run', () => {
  test('of a value of a run without the fields that runs have is that run', () => {
    const partial = [{ id: 'a', displayName: 'n', summary: { x: 1 } }]
    const evaluated = (text: string) =>
      pipe(
        parse(text),
        E.flatMap((expression) => evaluate(expression, { runs: partial }, { runs: readType('list<run>') })),
        E.map(({ value }) => value),
      )
    expect(evaluated('runs.name')).toEqual(E.right(['n']))
    expect(evaluated('runs.summary["x"].run.name')).toEqual(E.right(['n']))
    expect(evaluated('runs.summary["x"].map((row) => row.run.id)')).toEqual(E.right(['a']))
  })

  test('is suggested where an operation of a run is called on its config', () => {
    const text = 'runs.config.groupby((row) => row["kind"]).map((group) => group.summary["loss"].max)'
    expect(asked(text, { runs: some })).toBe(
      'EvaluationError: A dict without the entry summary has no operation summary.',
    )
    expect(asked(text.replace('group.summary', 'group.run.summary'), { runs: some })).toEqual([3, 2])
    expect(asked(text.replace('group.summary', 'group["summary"]'), { runs: some })).toEqual([null, null])
    expect(asked('runs.config["summary"]', { runs: some })).toEqual([null, null, null])
    expect(asked('x.config', { x: [{ config: 1 }] })).toEqual([1])
  })

  test('of a run is the run, and null of null', () => {
    expect(asked('runs.run.id', { runs })).toEqual(['a', null, 'b', 'c'])
    expect(typeAsked('runs.run', { runs })).toBe('list<maybe<run>>')
  })

  test.each([
    'runs.summary["loss"]',
    'runs.map((row) => row.summary["loss"])',
    'runs.summary.map((row) => row["loss"] + 1)',
    'runs.summary.map((row) => {loss: row["loss"]})["loss"]',
    'runs.summary["loss"].sort',
    'runs.summary["loss"].filter((row) => row > 0)',
    'runs.summary["loss"].limit(10)',
    'runs.summary["loss"].offset(0)',
    'runs.summary["loss"].dropna',
    'runs.summary["loss"].unique',
    'runs.summary["loss"].index([0, 1, 2])',
    'runs.summary.unnest["loss"].unique',
    'runs.map((row) => [row.summary["loss"]]).concat',
    'runs.map((row) => [row.tags]).flatten',
    'runs.groupby((row) => row.config["lr"]).map((row) => row.summary["loss"]).concat',
    '[runs.summary, runs.summary].joinAll((row) => row["loss"]).map((row) => row["loss"][1])',
    'runs.summary.merge({ z: 1 })["z"]',
  ])('is tracked for values from runs: %s', (text) => {
    expect((asked(`${text}.run.id`, { runs: some }) as Array<string>).toSorted()).toEqual(['a', 'b', 'c'])
  })

  test('is one run for a value from one run, and one per element for a list', () => {
    expect(asked('runs[0].summary["l"].run.id', { runs })).toBe('a')
    expect(asked('runs[0].summary["l"].map((row) => row.run.id)', { runs })).toEqual(['a', 'a'])
  })

  test('is null for a value that is not from a run, or from an empty list', () => {
    expect(asked('[1, 2].run')).toBe(null)
    expect(asked('x.run', { x: null })).toBe(null)
    expect(asked('runs.summary["loss"].run', { runs: [] })).toBe(null)
  })

  test('is shadowed by an entry of that name', () => {
    expect(asked('x.run', { x: { run: 5 } })).toBe(5)
    expect(asked('runs.map((row) => {run: row.name}).run', { runs: some })).toEqual(['run a', 'run b', 'run c'])
    expect(asked('runs.summary.run', { runs: [someRun('a', {}, { run: 7 })] })).toEqual([7])
  })

  test('does not reach the result', () => {
    expect(asked('runs.map((row) => {l: row.summary["loss"], r: row.run.id})', { runs: some })).toEqual([
      { l: 3, r: 'a' },
      { l: 2, r: 'b' },
      { l: 1, r: 'c' },
    ])
  })
})

describe('project', () => {
  const project = { name: 'vision', entity: 'team' }

  test('of a run has its name and its entity', () => {
    expect(asked('runs.project', { runs })).toEqual([project, null, project, project])
    expect(asked('runs[0].project.name', { runs })).toBe('vision')
    expect(typeAsked('runs[0].project', { runs: some })).toBe('maybe<dict<name: string, entity: string>>')
    expect(asked('runs[0].project.createdAt', { runs })).toMatch(/^TypeError: .* has no operation createdAt/)
  })

  test('of a value from a run is the project of the run', () => {
    expect(asked('runs.summary["loss"].project.name', { runs: some })).toEqual(['vision', 'vision', 'vision'])
    expect(asked('runs.summary["loss"].run.project.entity', { runs: some })).toEqual(['team', 'team', 'team'])
    expect(asked('runs.summary.map((row) => row.project.name)', { runs: some })).toEqual(['vision', 'vision', 'vision'])
  })
})

describe('groupkey', () => {
  test('of a group is its key, also after a filter and a sort', () => {
    const start = 'runs.groupby((row) => row.config["lr"]).map((row) => row'
    for (const step of ['', '.filter((each) => true)', '.sort((each) => each.id)', '.limit(1)', '.summary["loss"]'])
      expect(asked(`${start}${step}.groupkey)`, { runs: some })).toEqual([1, 2])
  })

  test('of groups is the list of their keys', () => {
    expect(asked('runs.groupby((row) => row.config["lr"]).groupkey', { runs: some })).toEqual([1, 2])
  })

  test('of groups within groups is the key of the inner one', () => {
    const inner = 'runs.groupby((row) => row.config["lr"]).map((row) => row.groupby((each) => each.config["kind"])'
    expect(asked(`${inner}.groupkey)`, { runs: some })).toEqual([['x', 'y'], ['x']])
    expect(asked(`${inner}.map((each) => each.groupkey))`, { runs: some })).toEqual([['x', 'y'], ['x']])
    expect(asked(`${inner}.concat.map((each) => each.groupkey))`, { runs: some })).toEqual([['x', 'y'], ['x']])
  })

  test('is null outside a group', () => {
    expect(asked('runs.groupkey', { runs: some })).toBe(null)
  })

  test('is tracked for values computed from the group', () => {
    const text =
      'runs.groupby((row) => {e: row.config["lr"]}).map((row) => {e: row.groupkey["e"], m: row.summary["loss"].avg})'
    expect(asked(text, { runs: some })).toEqual([
      { e: 1, m: 2.5 },
      { e: 2, m: 1 },
    ])
  })
})

const checked = (text: string): string =>
  pipe(
    parse(text),
    E.mapLeft((failure) => [failure]),
    E.flatMap((expression) => check(expression, { runs: readType('list<run>') })),
    E.match((failures) => failures.map(({ message }) => message).join(), showType),
  )

describe('the type of groupkey', () => {
  const byName = 'runs.groupby((row) => row.name)'

  test.each([
    [`${byName}.map((g) => g.groupkey)`, 'list<string>'],
    [`${byName}.groupkey`, 'maybe<list<string>>'],
    [`${byName}[0].groupkey`, 'maybe<string>'],
    [`${byName}.sort((g) => g.count).map((g) => g.filter((row) => true).limit(2).groupkey)`, 'list<string>'],
    [`${byName}.map((g) => { g: g })[0]["g"].groupkey`, 'maybe<string>'],
    [`${byName}.map((g) => g.map((row) => row.groupkey))`, 'list<list<maybe<string>>>'],
    [`${byName}.map((g) => g.runtime.avg.groupkey)`, 'list<maybe<string>>'],
    ['runs.groupby((row) => row.jobType).map((g) => g.groupkey)', 'list<maybe<string>>'],
    ['runs.groupby((row) => { k: row.createdAt }).map((g) => g.groupkey["k"])', 'list<date>'],
    ['runs.groupby((row) => row.runtime > 1).map((g) => g.groupkey.if(1, 2))', 'list<number>'],
    [`true.if(${byName}[0], runs).groupkey`, 'maybe<string | list<maybe<string>>>'],
    [`${byName}.map((g) => g.groupby((row) => row.state).groupkey)`, 'list<any>'],
    ['runs.groupkey', 'any'],
  ])('of %s is %s', (text, type) => {
    expect(checked(text)).toBe(type)
  })

  test.each([
    [`${byName}.map((g) => g.groupkey - 1)`, '- cannot be applied to string and number.'],
    [`${byName}.map((g) => g.groupkey.year)`, 'string has no operation year.'],
    ['runs.groupby((row) => { a: row.name }).map((g) => g.groupkey.b)', 'dict<a: string> has no operation b.'],
  ])('refuses %s', (text, message) => {
    expect(checked(text)).toContain(message)
  })

  test('is that of the value', () => {
    const texts = [
      `${byName}.groupkey`,
      `${byName}.map((g) => g.map((row) => row.groupkey))`,
      `${byName}.concat.groupkey`,
      `${byName}.filter((g) => false).groupkey`,
      `${byName}.map((g) => [g, g]).concat.groupkey`,
      `${byName}.map((g) => [g].groupkey)`,
      `${byName}.map((g) => g.coalesce(0).groupkey)`,
      `[1, 2].map((x) => true.if(${byName}[0], 1).groupkey)`,
      `${byName}.map((g) => cond({ a: true }, { a: g }).groupkey)`,
      `${byName}.map((g) => { a: g }.merge({ b: g })["b"].groupkey)`,
      `${byName}.join(${'[1]'}, (g) => 1, (x) => 1).map((row) => row["0"].groupkey)`,
      `${byName}.map((g) => g.unique.groupkey)`,
      `${byName}.map((g) => g.concat.groupkey)`,
      `${byName}.flatten.groupkey`,
      `${byName}.map((g) => g.mapEach((row) => row.groupkey))`,
    ]
    for (const text of texts)
      for (const scope of [{ runs }, { runs: some }, { runs: [] }]) {
        const result = pipe(
          parse(text),
          E.flatMap((expression) => evaluate(expression, scope, { runs: readType('list<maybe<run>>') })),
        )
        if (E.isRight(result)) expect([text, result.right, fits(result.right.type, result.right.value)]).toContain(true)
        else expect([text, result.left._tag]).toEqual([text, 'none'])
      }
  })
})
