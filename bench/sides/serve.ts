import { createInterface } from 'node:readline'
import { inspect } from 'node:util'

/** What was read: how much, and a sum over it. */
export interface Read {
  readonly count: number
  readonly checksum: number
}

/** What a side has done. */
export interface Done extends Read {
  readonly seconds: number
  /** What was read in the first part of the work. */
  readonly head?: Read | undefined
  readonly parts?: Readonly<Record<string, number>>
  /** What the floor has done, where both are in one process. */
  readonly floor?: Done
}

const MEBIBYTES_PER_KIBIBYTE = 1 / 1024

const peakMb = (): number => process.resourceUsage().maxRSS * MEBIBYTES_PER_KIBIBYTE

/** Does the work for each task that comes as a line, and answers with a line. */
export const serve = <T>(work: (task: T) => Promise<Done>): void => {
  const startMb = peakMb()
  createInterface({ input: process.stdin }).on('line', (line) => {
    work(JSON.parse(line) as T)
      .then((done) => ({ ...done, startMb, rssMb: peakMb() }))
      .catch((error: unknown) => ({ error: inspect(error) }))
      .then((answer) => process.stdout.write(`${JSON.stringify(answer)}\n`))
  })
}

/** What a function gives, and the seconds that it took. */
export const timed = async <A>(work: () => Promise<A> | A): Promise<readonly [A, number]> => {
  const started = performance.now()
  const value = await work()
  return [value, (performance.now() - started) / 1000]
}

/** The count and the sum of some numbers, and of the first of them. */
export const readOf = (numbers: ReadonlyArray<number>, head?: number): Read & { readonly head: Read | undefined } => {
  const sum = (list: ReadonlyArray<number>): Read => ({
    count: list.length,
    checksum: list.reduce((total, value) => total + value, 0),
  })
  return { ...sum(numbers), head: head === undefined ? undefined : sum(numbers.slice(0, head)) }
}
