import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { evaluate, parse } from 'wandb-run-ops/expression'
import { evaluateRelation, tableRows } from 'wandb-run-ops/ops'
import { and, column, eq, lt, mean } from 'wandb-run-ops/query'
import { serveInProcess } from '../inProcess.ts'
import { type Means, totalsOfMeans } from '../means.ts'
import type { LoadedRun } from '../records.ts'

const EXPRESSION = `
  runs.filter((row) => row.config["use_amp"] == true && row.summary["loss"] < 0.9)
    .groupby((row) => row.config["optimizer"])
    .map((row) => [row.groupkey, row.summary["loss"].avg])`

const meansByExpression = (runs: ReadonlyArray<LoadedRun>): Means =>
  pipe(
    parse(EXPRESSION),
    E.flatMap((expression) => evaluate(expression, { runs })),
    E.match(
      ({ message }): Means => {
        throw new Error(message)
      },
      ({ value }) => value as Means,
    ),
  )

const meansOf = evaluateRelation({
  filter: and(eq(column.config('use_amp'), true), lt(column.summary('loss'), 0.9)),
  groupBy: { optimizer: column.config('optimizer') },
  aggregates: { loss: mean(column.summary('loss')) },
})

const meansByRelation = (runs: ReadonlyArray<LoadedRun>): Means =>
  pipe(
    meansOf(runs),
    E.match(
      ({ field, reason }): Means => {
        throw new Error(`${field} ${reason}`)
      },
      (table) => tableRows(table).map(({ optimizer, loss }) => [optimizer, loss as number | undefined]),
    ),
  )

serveInProcess([{ name: 'expression', ours: meansByExpression, floor: meansByRelation }], totalsOfMeans)
