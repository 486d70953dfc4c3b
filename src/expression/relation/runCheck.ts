import { receiverOf } from '../types/typeOf.ts'

/** Stops an evaluation by columns: the evaluator does it all. */
export class NotRelational extends Error {}

/** A check that all values of a list are runs that have certain fields. */
export interface RunCheck {
  /** Checks some rows, if they are the next ones that have not been checked. */
  readonly next: (rows: Uint32Array, count: number) => void
  /** Checks all rows that have not been checked. */
  readonly rest: () => void
}

const base = Object.prototype

const hasRunFields = (run: object): boolean =>
  'storageId' in run && 'heartbeatAt' in run && 'jobType' in run && 'sweepName' in run

/**
 * Whether a value is a run as the loader makes them, with the fields that are wanted. `false` says nothing. After the
 * constructor, V8 knows the prototype and all properties without looking.
 */
const fastIsLoaded = (run: unknown, wantsConfig: boolean, wantsSummary: boolean): boolean =>
  typeof run === 'object' &&
  run !== null &&
  (run as { readonly constructor: unknown }).constructor === Object &&
  Object.getPrototypeOf(run) === base &&
  hasRunFields(run) &&
  (!wantsConfig || 'config' in run) &&
  (!wantsSummary || 'summary' in run)

/** Whether what is in a plain object is its own: nothing of these names is inherited by all objects. */
const isBaseBare = (): boolean =>
  !['storageId', 'heartbeatAt', 'jobType', 'sweepName', 'config', 'summary'].some((field) => field in base)

/**
 * Makes a check, which throws `NotRelational`. With `isTyped`, the values are taken for runs.
 *
 * The rows are checked when they have just been read, while they are in the processor's cache: that takes a third of the
 * time of a loop over all runs before it.
 */
export const runCheck = (runs: ReadonlyArray<unknown>, fields: Iterable<string>, isTyped: boolean): RunCheck => {
  const wanted = new Set(fields)
  const wantsConfig = wanted.delete('config')
  const wantsSummary = wanted.delete('summary')
  const hasNoOthers = wanted.size === 0
  const all = [...new Set(fields)]
  const isLoaded = (run: unknown): boolean =>
    typeof run === 'object' &&
    run !== null &&
    (isTyped || receiverOf(run) === 'run') &&
    all.every((field) => Object.hasOwn(run, field))
  let checked = 0
  const to = (end: number): void => {
    const isBare = isBaseBare()
    for (; checked < end; checked += 1) {
      const run = runs[checked]
      const isSure = hasNoOthers && isBare && fastIsLoaded(run, wantsConfig, wantsSummary)
      if (!isSure && !isLoaded(run)) throw new NotRelational()
    }
  }
  return {
    next: (rows, count) => {
      if (rows[0] === checked && rows[count - 1] === checked + count - 1) to(checked + count)
    },
    rest: () => to(runs.length),
  }
}
