import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { evaluate, type Plan, parse, plan } from 'wandb-run-ops/expression'
import { historyFromRows, historyRows, matches, ordOf } from 'wandb-run-ops/ops'
import { type Column, fromMongo } from 'wandb-run-ops/query'
import type { RunFields } from 'wandb-run-ops/types'
import { checkOverRuns, runTypes } from '../../src/expression/plan/overRuns.ts'
import { receiverOf } from '../../src/expression/types/typeOf.ts'
import { parseColumnName } from '../../src/query/mongo/wireNames.ts'
import { plannedExpression } from '../arbitraries/plannedExpression.ts'
import { queriedRun } from '../arbitraries/query.ts'
import { caseCount } from './law.ts'

const heavy = [
  ...(['config', 'summary', 'systemMetrics', 'historyKeys', 'sweep', 'files', 'history', 'events'] as const),
  ...(['loggedArtifactVersions', 'usedArtifactVersions'] as const),
]

type Dict = Readonly<Record<string, unknown>>

const only = (dict: Dict, keys: ReadonlyArray<string> | undefined): Dict =>
  keys === undefined ? dict : Object.fromEntries(Object.entries(dict).filter(([key]) => keys.includes(key)))

const ordered = (runs: ReadonlyArray<RunFields>, order: string | undefined): ReadonlyArray<RunFields> => {
  if (order === undefined) return runs
  const column = parseColumnName(order.slice(1))
  if (E.isLeft(column)) throw new Error(order)
  // The fields that a column needs are known only to the compiler.
  const read = column.right as Column<unknown, RunFields>
  const { compare } = ordOf([{ column: read, direction: order.startsWith('-') ? 'desc' : 'asc' }])
  return runs.toSorted(compare)
}

/** The result of applying a plan to all runs. */
const loaded = (runs: ReadonlyArray<RunFields>, asked: Plan): ReadonlyArray<unknown> => {
  const filter = fromMongo(asked.filters)
  if (E.isLeft(filter)) throw new Error(JSON.stringify(filter.left))
  const dropped = new Set<string>(heavy.filter((field) => !asked.fields.includes(field)))
  return ordered(runs, asked.order)
    .filter(matches(filter.right))
    .slice(0, asked.limit)
    .map((run) => {
      const metrics = asked.historyKeys
      const rows = metrics && historyRows(run.history).map((row) => only(row, ['_step', ...metrics]))
      const cut = {
        ...run,
        config: only(run.config, asked.keys.config),
        summary: only(run.summary, asked.keys.summary),
        ...(rows && { history: historyFromRows(rows.filter((row) => metrics.some((key) => Object.hasOwn(row, key)))) }),
      }
      return Object.fromEntries(Object.entries(cut).filter(([field]) => !dropped.has(field)))
    })
}

const shown = new Set<string>(heavy.slice(3))

/** Runs in a value have the fields of a default load. */
const seen = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(seen)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const isRun = receiverOf(value) === 'run'
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      isRun ? (shown.has(key) ? [] : [[key, part]]) : [[key, seen(part)]],
    ),
  )
}

/** Values that filters and expressions treat differently: lists, `null` in them, NaN, dicts on the way of paths. */
const odd = fc.constantFrom<unknown>(
  [null, 1],
  [0],
  [],
  null,
  Number.NaN,
  0,
  1,
  'a',
  true,
  { b: 1 },
  { a: [{ b: 1 }] },
  [{ b: 'a' }],
)

const oddRun = fc.tuple(queriedRun, odd, odd, odd).map(([run, lr, a, loss]) => ({
  ...run,
  config: { lr, a },
  summary: { loss: Array.isArray(loss) ? 2 : loss, a, lr },
}))

const runs = fc.uniqueArray(fc.oneof(queriedRun, oddRun), { maxLength: 7, selector: ({ storageId }) => storageId })

const CASES = caseCount(10_000, 300)

test('an expression has the same value over the runs that its plan loads as over all runs', () => {
  let pushed = 0
  let cut = 0
  let limited = 0
  let sorted = 0
  fc.assert(
    fc.property(plannedExpression, runs, (text, all) => {
      const parsed = parse(text)
      if (E.isLeft(parsed)) throw new Error(text)
      const { right: expression } = parsed
      fc.pre(E.isRight(checkOverRuns(expression)))
      const asked = plan(expression)
      pushed += asked.pushed.length > 0 ? 1 : 0
      cut += asked.keys.config || asked.keys.summary ? 1 : 0
      limited += asked.limit === undefined ? 0 : 1
      sorted += asked.order === undefined ? 0 : 1
      const whole = evaluate(expression, { runs: all }, runTypes)
      const planned = evaluate(expression, { runs: loaded(all, asked) }, runTypes)
      if (E.isLeft(whole) || E.isLeft(planned)) return whole._tag === planned._tag
      return isDeepStrictEqual(seen(planned.right.value), seen(whole.right.value))
    }),
    { numRuns: CASES },
  )
  // The law would also hold for plans that leave nothing out.
  expect(Math.min(pushed, cut, limited)).toBeGreaterThan(CASES / 50)
  // Few plans sort, perhaps none of a few hundred.
  expect(sorted).toBeGreaterThan(CASES / 1000 - 1)
}, 240_000)
