import { type Record, recordsOf } from './records.ts'
import { serve } from './serve.ts'

/** The mean of the loss by the optimizer. */
export type Means = ReadonlyArray<readonly [unknown, number | null | undefined]>

const PASSES = 5

/** Serves the same question, answered by some function: the mean loss of the good runs, a group an optimizer. */
export const serveGroups = (answer: (runs: ReadonlyArray<Record>) => Means): void => {
  let runs: ReadonlyArray<Record> | undefined
  serve<{ readonly runs: number }>(async (task) => {
    runs ??= recordsOf(task.runs)
    let means: Means = []
    const started = performance.now()
    for (let pass = 0; pass < PASSES; pass += 1) means = answer(runs)
    const seconds = (performance.now() - started) / 1000 / PASSES
    return { seconds, count: means.length, checksum: means.reduce((sum, [, mean]) => sum + Number(mean), 0) }
  })
}
