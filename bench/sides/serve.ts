import { createInterface } from 'node:readline'
import { inspect } from 'node:util'
import { peakKilobytes } from '../process/peakMemory.ts'
import type { Totals, WorkResult } from '../process/Side.ts'

const MEBIBYTES_PER_KIBIBYTE = 1 / 1024

const peakMb = (): number => peakKilobytes() * MEBIBYTES_PER_KIBIBYTE

/** Does the work for each task read from standard input, one per line, and writes one answer per line. */
export const serve = <T>(work: (task: T) => Promise<WorkResult>): void => {
  const startMb = peakMb()
  let firstMb: number | undefined
  createInterface({ input: process.stdin }).on('line', (line) => {
    work(JSON.parse(line) as T)
      .then((result) => {
        const rssMb = peakMb()
        firstMb ??= rssMb
        return { ...result, startMb, firstMb, rssMb }
      })
      .catch((error: unknown) => ({ error: inspect(error) }))
      .then((answer) => process.stdout.write(`${JSON.stringify(answer)}\n`))
  })
}

/** Returns the result of a function and the seconds it took. */
export const timed = async <A>(work: () => Promise<A> | A): Promise<readonly [A, number]> => {
  const started = performance.now()
  const value = await work()
  return [value, (performance.now() - started) / 1000]
}

/** Returns the totals of all values, and of the first `head` of them. */
export const totalsOf = (values: ReadonlyArray<number>, head?: number): Totals & Pick<WorkResult, 'head'> => {
  const totals = (list: ReadonlyArray<number>): Totals => ({
    count: list.length,
    checksum: list.reduce((sum, value) => sum + value, 0),
  })
  return { ...totals(values), head: head === undefined ? undefined : totals(values.slice(0, head)) }
}
