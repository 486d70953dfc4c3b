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
    '└─ one request for the first 100 runs, then one per 1,000',
  ])
})

test('lists a limit, an order and the project', () => {
  expect(
    explain('project("team", "vision").runs.sort((row) => row.createdAt, "desc").limit(3).name').split('\n'),
  ).toEqual([
    'runs of team/vision',
    '├─ loads the light fields',
    '├─ first 3 runs, ordered by -created_at',
    '└─ one request',
  ])
})

test('mentions that histories are requested run by run', () => {
  expect(explain('runs.history["loss"].min')).toMatch(/history: "loss"\n.*plus at least one per run for its history$/)
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
