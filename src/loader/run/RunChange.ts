import type { RunLight } from '../../types/run/RunLight.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'

/**
 * A change of a list of runs, discriminated by `_tag`.
 *
 * @category Loading
 * @since 0.2.0
 */
export type RunChange =
  /** A run that is new in the list; at first, every run. */
  | { readonly _tag: 'Added'; readonly run: RunLight }
  /** A run of which something is another. */
  | {
      readonly _tag: 'Changed'
      readonly run: RunLight
      /** The run as it was. */
      readonly before: RunLight
      /** The light fields that differ; empty if only something else does, such as the summary. */
      readonly fields: ReadonlyArray<keyof RunLight>
    }
  /** A run that left the list, as it last was: it was deleted, or no longer matches the filters. */
  | { readonly _tag: 'Gone'; readonly run: RunLight }
  /** A run that could not be read. */
  | { readonly _tag: 'Unreadable'; readonly failure: DecodeFailure }

/** Fields are plain data, whose JSON differs if they do. */
const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/** Compares a run with what it was. */
export const compareRuns = (before: RunLight, run: RunLight): RunChange => {
  const names = (Object.keys(run) as ReadonlyArray<keyof RunLight>).filter((name) => name !== 'internal')
  const fields = names.filter((name) => !isSame(before[name], run[name]))
  return Object.freeze({ _tag: 'Changed', run, before, fields: Object.freeze(fields) })
}
