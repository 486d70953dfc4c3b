import { expect, test } from 'vitest'
import { explain } from 'wandb-run-ops/expression'

test('lists fields, keys, server conditions and their exactness, other conditions and why, and requests', () => {
  const text =
    'runs.filter((row) => row.state == "finished" && row.config["lr"] > 0.1 && row.config["a.b"] == 1).summary["acc"].max'

  expect(explain(text).split('\n')).toEqual([
    'runs',
    '├─ loads the light fields and',
    '│  ├─ config: "a", "a.b", "lr"',
    '│  └─ summary: "acc"',
    '├─ filters on the server',
    '│  ├─ state is "finished" (exact)',
    '│  └─ config.lr > 0.1 (broader: row.config["lr"] > 0.1 is checked again)',
    '├─ filters after loading',
    '│  └─ row.config["a.b"] == 1: has a key with a dot, which may be a key or a path here and is always a path for the server',
    '├─ one request for the first 100 runs, then one per 1,000',
    '└─ evaluates',
    '   └─ runs.filter((row) => row.state == "finished" && row.config["lr"] > 0.1 && row.config["a.b"] == 1): has a condition that is not made of comparisons of columns with constants',
  ])
})

test('lists a limit, an order and the project', () => {
  expect(
    explain('project("team", "vision").runs.sort((row) => row.createdAt, "desc").limit(3).name').split('\n'),
  ).toEqual([
    'runs of team/vision',
    '├─ loads the light fields',
    '├─ first 3 runs, ordered by -created_at',
    '├─ one request',
    '└─ answers by columns',
    '   └─ project.runs.sort((row) => row.createdAt, "desc").limit(3).name',
    '      ├─ sorts by createdAt descending',
    '      ├─ reads name',
    '      └─ limits to 3',
  ])
})

test('mentions that histories are requested run by run', () => {
  expect(explain('runs.history["loss"].min')).toMatch(/history: "loss"\n.*plus at least one per run for its history\n/)
})

test('mentions that nothing is loaded', () => {
  expect(explain('1 + 1')).toBe('no runs needed: nothing is loaded')
})

test.each([
  ['runs ?? 1', 'At 0-9: Operator ?? is not supported. Use coalesce(first, second).'],
  [
    'project("a").runs',
    'At 0-12: project expects the names of an entity and a project. Write project("entity", "project").runs.',
  ],
])('reports the failure of %s', (text, message) => {
  expect(explain(text)).toBe(message)
})

test('reports an unknown field of runs', () => {
  expect(explain('runs.nmae')).toMatch(/^At 5-9: .*name/)
})

const grouped = `runs.filter((row) => row.config["use_amp"] == true && row.summary["loss"] < 0.9)
  .groupby((row) => [row.config["optimizer"], row.state])
  .map((row) => [row.groupkey, row.summary["loss"].avg, row.count])`

test.each<[string, ReadonlyArray<string>]>([
  [
    grouped,
    [
      '├─ answers by columns',
      '│  └─ runs.filter((row) => row.config["use_amp"] == true && row.summary["loss"] < 0.9).groupby((row) => [row.config["optimizer"], row.state]).map((row) => [row.groupkey, row.summary["loss"].avg, row.count])',
      '│     ├─ filters config.use_amp is true and summary.loss < 0.9',
      '│     ├─ groups by config.optimizer, state',
      '│     └─ computes mean of summary.loss, number of runs',
      '└─ evaluates',
      '   └─ [row.groupkey, row.summary["loss"].avg, row.count]: is evaluated for each group',
    ],
  ],
  [
    'runs.sort((row) => [row.state, row.config["lr"]], ["asc", "desc"]).limit(2).summary["acc"]',
    [
      '└─ answers by columns',
      '   └─ runs.sort((row) => [row.state, row.config["lr"]], ["asc", "desc"]).limit(2).summary["acc"]',
      '      ├─ sorts by state, config.lr descending',
      '      ├─ reads summary.acc',
      '      └─ limits to 2',
    ],
  ],
  [
    'runs.filter((row) => row.state == "finished").count / runs.count',
    [
      '├─ answers by columns',
      '│  ├─ runs.filter((row) => row.state == "finished").count',
      '│  │  ├─ filters state is "finished"',
      '│  │  └─ computes number of runs',
      '│  └─ runs.count',
      '│     └─ computes number of runs',
      '└─ evaluates',
      '   └─ the rest of the expression: is evaluated from these answers',
    ],
  ],
  [
    'runs.groupby((row) => row.state).map((row) => row[0].name)',
    ['└─ evaluates', '   └─ row[0].name: reads more of a group than its key and aggregates of columns'],
  ],
  [
    'runs.history["loss"].min',
    ['└─ evaluates', '   └─ all of the expression: has no filter, sort, group or aggregate of columns'],
  ],
])('shows what columns answer of %s, and what is evaluated', (text, expected) => {
  expect(explain(text).split('\n').slice(-expected.length)).toEqual(expected)
})
