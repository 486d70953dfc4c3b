import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import { historyFromRows } from 'wandb-run-ops/ops'
import { Run, type RunWith } from 'wandb-run-ops/types'
import { evaluate } from '../../src/expression/evaluate.ts'
import type { Scope } from '../../src/expression/relation/evaluateBy.ts'
import { parse } from '../../src/expression/syntax/parse.ts'
import { decoded } from '../types/outcome.ts'

const run = (id: string, displayName: string, summary: object, config: object = {}): Run =>
  decoded(Run, {
    id: `UnVuOj${id}`,
    name: id,
    displayName,
    project: { entityName: 'stacey', name: 'mendeleev' },
    createdAt: '2019-03-01T02:44:20',
    config: JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))),
    summaryMetrics: JSON.stringify(summary),
  })

const george = run('g1', 'george', { x: 100, y: 101 })
const frank = run('f1', 'frank', { x: -10.2, y: -1000, z: { a: 'hello', b: 99.1 } })
const runs = [george, frank]

const asked = (text: string, scope: Scope = { runs }): unknown =>
  pipe(
    parse(text),
    E.flatMap((expression) => evaluate(expression, scope)),
    E.match(
      ({ message }): unknown => message,
      ({ value }) => value,
    ),
  )

describe('typical panel expressions', () => {
  test.each([
    ['runs.offset(1).limit(4).index(0).name', 'frank'],
    ['runs[1].name', 'frank'],
    ['runs.map((row) => row.summary["x"]).avg - runs.count', 42.9],
    ['runs[0].id + runs[1].id + runs[1].name', 'g1f1frank'],
    ['runs.filter((row) => row.summary["x"] == 100).summary["y"]', [101]],
    ['concat([runs, runs]).summary["x"]', [100, -10.2, 100, -10.2]],
    ['runs.summary["z.b"]', [null, 99.1]],
    ['runs.summary["z"]["a"]', [null, 'hello']],
    ['runs[7].name', null],
    ['runs.summary["x"].run.name', ['george', 'frank']],
    ['runs[0].summary["x"].project.name', 'mendeleev'],
    ['runs[0].createdAt.toNumber', 1551408260],
  ])('%s is %j', (text, value) => {
    const found = asked(text)
    if (typeof value === 'number') expect(found).toBeCloseTo(value, 10)
    else expect(found).toEqual(value)
  })

  test('a key with dots can be written with backslashes, or as it is', () => {
    const tables = [run('t1', 'tables', { 'Tables/NMS_0.45_IOU_0.5': 1 })]
    expect(asked('runs.summary["Tables/NMS_0\\\\.45_IOU_0\\\\.5"]', { runs: tables })).toEqual([1])
    expect(asked('runs.summary["Tables/NMS_0.45_IOU_0.5"]', { runs: tables })).toEqual([1])
  })

  test('a history is a list of rows, and a metric is null in rows without it', () => {
    const rows = Array.from({ length: 10 }, (_, _step) =>
      _step % 2 === 0 ? { _step, epoch: _step / 2 } : { _step, a: 1 },
    )
    const logged: RunWith<'config' | 'history' | 'summary' | 'systemMetrics'> = {
      ...frank,
      history: historyFromRows(rows),
    }
    const scope = { runs: [logged] }
    expect(asked('runs[0].history["epoch"]', scope)).toEqual([0, null, 1, null, 2, null, 3, null, 4, null])
    expect(asked('runs.history.map((rows) => rows.count)', scope)).toEqual([10])
  })

  test('without runs, nothing is found, and nothing fails', () => {
    expect(asked('runs[0].name', { runs: [] })).toBeNull()
    expect(asked('runs.count', { runs: [] })).toBe(0)
    expect(asked('runs.filter((row) => row.count > 1).count', { runs: [] })).toBe(0)
  })

  test('falsy settings survive filter, pick and groupby', () => {
    const settings = [0, false, '', null].map((value, place) => run(`s${place}`, `s${place}`, {}, { value }))
    expect(asked('runs.config["value"]', { runs: settings })).toEqual([0, false, '', null])
    expect(asked('runs.groupby((row) => row.config["value"]).groupkey', { runs: settings })).toEqual([
      0,
      false,
      '',
      null,
    ])
    expect(asked('runs.filter((row) => row.config["value"] == 0).name', { runs: settings })).toEqual(['s0'])
  })

  test('settings of different types are different groups', () => {
    const settings = [1, '1', null, '', 1].map((value, place) => run(`s${place}`, `s${place}`, {}, { value }))
    expect(asked('runs.groupby((row) => row.config["value"]).map((group) => group.count)', { runs: settings })).toEqual(
      [2, 1, 1, 1],
    )
  })

  test('names of the host are not keys', () => {
    expect(asked('runs.config["constructor"]')).toEqual([null, null])
    expect(asked('runs.summary["__proto__"]')).toEqual([null, null])
  })
})
