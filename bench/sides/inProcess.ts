import type { Totals, WorkResult } from '../process/Side.ts'
import { type LoadedRun, makeRecords } from './records.ts'
import { serve } from './serve.ts'

/** A function of ours and the floor's equivalent. Their results are checked outside the measured time. */
export interface Benchmark<A, I = ReadonlyArray<LoadedRun>> {
  readonly name: string
  readonly ours: (input: I) => A
  readonly floor: (input: I) => A | Promise<A>
}

type SideName = 'ours' | 'floor'

const TURNS = 11

/** A shorter function is called several times per turn. */
const TURN_SECONDS = 0.02

const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * Serves both sides from one process, in turn, over the same input. In two processes, times of a few milliseconds depend
 * more on memory layout and on what else the machine does than on the code.
 */
export const serveOver = <A, I>(
  makeInput: (runs: number) => I | Promise<I>,
  benchmarks: ReadonlyArray<Benchmark<A, I>>,
  totals: (result: A) => Totals,
): void => {
  let made: { readonly input: I } | undefined
  serve<{ readonly runs: number }>(async (task) => {
    made ??= { input: await makeInput(task.runs) }
    const { input } = made
    const measure = async (
      benchmark: Benchmark<A, I>,
      side: SideName,
      calls: number,
    ): Promise<readonly [A, number]> => {
      const started = performance.now()
      let result = await benchmark[side](input)
      for (let call = 1; call < calls; call += 1) result = await benchmark[side](input)
      return [result, (performance.now() - started) / 1000 / calls]
    }
    const results: { [side in SideName]: WorkResult & { parts: { [name: string]: number } } } = {
      ours: { seconds: 0, count: 0, checksum: 0, parts: {} },
      floor: { seconds: 0, count: 0, checksum: 0, parts: {} },
    }
    for (const benchmark of benchmarks) {
      const times: { [side in SideName]: Array<number> } = { ours: [], floor: [] }
      const calls = Math.ceil(TURN_SECONDS / Math.max(1e-5, (await measure(benchmark, 'floor', 1))[1]))
      for (let turn = 0; turn < TURNS; turn += 1)
        for (const side of turn % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
          const [result, seconds] = await measure(benchmark, side, calls)
          times[side].push(seconds)
          if (turn > 0) continue
          const { count, checksum } = totals(result)
          const before = results[side]
          results[side] = { ...before, count: before.count + count, checksum: before.checksum + checksum }
        }
      for (const side of ['ours', 'floor'] as const) {
        const seconds = middle(times[side])
        results[side] = {
          ...results[side],
          seconds: results[side].seconds + seconds,
          parts: { ...results[side].parts, [benchmark.name]: seconds },
        }
      }
    }
    return { ...results.ours, floor: results.floor }
  })
}

/** Serves both sides over records. */
export const serveInProcess = <A>(benchmarks: ReadonlyArray<Benchmark<A>>, totals: (result: A) => Totals): void =>
  serveOver(makeRecords, benchmarks, totals)
