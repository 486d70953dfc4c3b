import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { evaluateRelation, runTable, tableRows } from 'wandb-run-ops/ops'
import { and, column, eq, lt, mean, type RunTable } from 'wandb-run-ops/query'
import type { Totals } from '../process/Side.ts'
import { type LoadedRun, OPTIMIZERS } from './records.ts'

/** The mean loss for each optimizer. */
export type Means = ReadonlyArray<readonly [unknown, number | null | undefined]>

export const totalsOfMeans = (means: Means): Totals => ({
  count: means.length,
  checksum: means.reduce((sum, [, loss]) => sum + Number(loss), 0),
})

const columns = {
  use_amp: column.config('use_amp'),
  optimizer: column.config('optimizer'),
  loss: column.summary('loss'),
}

const relation = evaluateRelation({
  filter: and(eq(columns.use_amp, true), lt(columns.loss, 0.9)),
  groupBy: { optimizer: columns.optimizer },
  aggregates: { loss: mean(columns.loss) },
})

/** Computes the mean loss of the good runs for each optimizer. */
export const meansByRelation = (runs: RunTable | ReadonlyArray<LoadedRun>): Means =>
  pipe(
    relation(runs),
    E.match(
      ({ field, reason }): Means => {
        throw new Error(`${field} ${reason}`)
      },
      (table) => tableRows(table).map(({ optimizer, loss }) => [optimizer, loss as number | undefined]),
    ),
  )

/** What `run` of the records has in the three columns. */
export const valuesOf = (run: number) => ({
  use_amp: run % 3 !== 0,
  optimizer: OPTIMIZERS[(run * 7) % OPTIMIZERS.length] as string,
  loss: ((run * 17) % 1000) / 500,
})

/** Makes a table of the three columns. */
export const makeTable = (count: number): RunTable<keyof typeof columns> =>
  runTable(
    Array.from({ length: count }, (_, run) => {
      const { use_amp, optimizer, loss } = valuesOf(run)
      return { config: { use_amp, optimizer }, summary: { loss } }
    }),
    columns,
  )
