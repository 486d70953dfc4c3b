import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { evaluate, parse } from 'wandb-run-ops/expression'
import { lookAtMeans, type Means, meansByOperations } from '../means.ts'
import type { Record } from '../records.ts'
import { serveTogether } from '../together.ts'

const TEXT = `
  runs.filter((row) => row.config["use_amp"] == true && row.summary["loss"] < 0.9)
    .groupby((row) => row.config["optimizer"])
    .map((row) => [row.groupkey, row.summary["loss"].avg])`

const meansByText = (runs: ReadonlyArray<Record>): Means =>
  pipe(
    parse(TEXT),
    E.flatMap((expression) => evaluate(expression, { runs })),
    E.match(
      ({ message }): Means => {
        throw new Error(message)
      },
      ({ value }) => value as Means,
    ),
  )

serveTogether([{ name: 'expression', ours: meansByText, floor: meansByOperations }], lookAtMeans)
