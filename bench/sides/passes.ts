import type { Record } from './records.ts'

/** What one loop puts into its list, one value a run. */
export type Loop = (runs: ReadonlyArray<Record>, into: Array<unknown>) => void

const weight = (value: unknown): number => {
  if (typeof value === 'number') return value
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  if (value instanceof Date) return value.getTime() / 1e9
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

const PASSES = 50

/** The seconds of each loop over all runs, by name, and a sum over what they gave. */
export const passesOf = (loops: Readonly<{ [name: string]: Loop }>, runs: ReadonlyArray<Record>) => {
  const into: Array<unknown> = runs.map(() => undefined)
  const parts: { [name: string]: number } = {}
  let seconds = 0
  let checksum = 0
  for (const [name, loop] of Object.entries(loops)) {
    const started = performance.now()
    for (let pass = 0; pass < PASSES; pass += 1) loop(runs, into)
    const spent = (performance.now() - started) / 1000 / PASSES
    parts[name] = spent
    seconds += spent
    checksum += into.reduce<number>((sum, value) => sum + weight(value), 0)
  }
  return { seconds, parts, count: runs.length, checksum }
}
