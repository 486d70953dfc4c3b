import { expect, test } from 'vitest'
import { explain } from 'wandb-run-ops/expression'

test('tells fields, keys, conditions with their exactness, what stays and why, and requests', () => {
  const text =
    'runs.filter((row) => row.state == "finished" && row.config["lr"] > 0.1 && row.config["a.b"] == 1).summary["acc"].max'

  expect(explain(text).split('\n')).toEqual([
    'runs',
    '├─ loads what every run has, and',
    '│  ├─ config: "a", "a.b", "lr"',
    '│  └─ summary: "acc"',
    '├─ the server is asked for the runs of which',
    '│  ├─ state is "finished" (exact)',
    '│  └─ config.lr > 0.1 (weaker: row.config["lr"] > 0.1 is asked again)',
    '├─ stays here, and is asked of the runs that come',
    '│  └─ row.config["a.b"] == 1: has a key with a dot, which is a key as it stands or a path, and the server knows paths only',
    '└─ one request for the first 100 runs, and one for up to 1,000 of the rest',
  ])
})

test('tells a limit, an order and the project', () => {
  expect(
    explain('project("team", "vision").runs.sort((row) => row.createdAt, "desc").limit(3).name').split('\n'),
  ).toEqual([
    'runs of team/vision',
    '├─ loads what every run has, and nothing else',
    '├─ the first 3 runs in the order -created_at',
    '└─ one request',
  ])
})

test('tells that histories are requested run by run', () => {
  expect(explain('runs.history["loss"].min')).toMatch(/history: "loss"\n.*for each run one or more for its history$/)
})

test('tells that nothing is loaded', () => {
  expect(explain('1 + 1')).toBe('no runs: nothing is loaded')
})

test.each([
  ['runs ?? 1', 'At 0 to 9: The language has no operator ??. Write coalesce(first, second).'],
  [
    'project("a").runs',
    'At 0 to 12: project needs the names of an entity and of a project. Write project("entity", "project").runs.',
  ],
])('tells what is wrong with %s', (text, words) => {
  expect(explain(text)).toBe(words)
})

test('tells what runs have not', () => {
  expect(explain('runs.nmae')).toMatch(/^At 5 to 9: .*name/)
})
