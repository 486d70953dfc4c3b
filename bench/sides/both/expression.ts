import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { evaluate, parse } from 'wandb-run-ops/expression'
import { serveInProcess } from '../inProcess.ts'
import { type Means, meansByRelation, totalsOfMeans } from '../means.ts'
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

serveInProcess([{ name: 'expression', ours: meansByExpression, floor: meansByRelation }], totalsOfMeans)
