import { setOwn } from '../../types/wire/own.ts'
import { anyType, dictType, listType, maybeType, noneType, recordType, type Type, unionType } from './Type.ts'
import { typeOf } from './typeOf.ts'

/** The dicts of a run whose keys differ between runs. */
const dicts = ['config', 'summary', 'systemMetrics'] as const

type DictType = Type & { readonly _tag: 'Dict' }

const isDictType = (type: Type): type is DictType => type._tag === 'Dict'

/** Merges dict types; keys that only some have become `maybe`. */
const mergeDicts = (all: ReadonlyArray<DictType>): Type => {
  const found = new Map<string, Array<Type>>()
  for (const { entries } of all)
    for (const [key, type] of Object.entries(entries)) {
      const types = found.get(key)
      if (types === undefined) found.set(key, [type])
      else types.push(type)
    }
  const entries: Record<string, Type> = {}
  for (const [key, types] of found) {
    const type = merge(types)
    setOwn(entries, key, types.length === all.length ? type : maybeType(type))
  }
  return dictType(entries)
}

const merge = (types: ReadonlyArray<Type>): Type => {
  const flat = types.flatMap((type) => (type._tag === 'Union' ? type.members : [type]))
  const some = flat.filter(isDictType)
  const others = flat.filter((type) => !isDictType(type))
  return unionType(some.length === 0 ? others : [mergeDicts(some), ...others])
}

/**
 * The fields of a run that refine its type; a field that was not loaded is absent.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface RefinableRun {
  /** The config. */
  readonly config?: Readonly<Record<string, unknown>>
  /** The summary. */
  readonly summary?: Readonly<Record<string, unknown>>
  /** The system metrics. */
  readonly systemMetrics?: Readonly<Record<string, unknown>>
  /** As in a run. */
  readonly historyKeys?: { readonly keys: Readonly<Record<string, unknown>> }
}

const rowType = (keys: Iterable<string>): Type => {
  const entries: Record<string, Type> = {}
  for (const key of keys) setOwn(entries, key, anyType)
  return dictType(entries, anyType)
}

const keysOf = (runs: ReadonlyArray<RefinableRun>): ReadonlySet<string> =>
  new Set(runs.flatMap((run) => Object.keys(run.historyKeys?.keys ?? {})))

/**
 * Infers the type of a list of runs with the keys of config, summary, system metrics and history, for `check` and
 * `complete`.
 *
 * A key that some runs lack is `maybe`, and a key that no run has is absent. Values of several types become a union; nested
 * dicts are refined in the same way.
 *
 * @param runs - The runs; a field that was not loaded has the type of the registry.
 * @param options - `historyKeys`: the metrics of the histories; by default those of the runs' `historyKeys`, if loaded.
 * @returns The type; a plain `list<run>` for no runs.
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { check, parse, refineRuns, showType } from 'wandb-run-ops/expression'
 *
 * const runs = refineRuns([{ config: { lr: 0.1 } }, { config: { lr: 0.2, seed: 1 } }])
 * const type = pipe(parse('runs.config["seed"]'), E.flatMap((expression) => check(expression, { runs })))
 *
 * E.isRight(type) && showType(type.right) // => 'list<maybe<number>>'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const refineRuns = (
  runs: ReadonlyArray<RefinableRun | null>,
  options: { readonly historyKeys?: Iterable<string> } = {},
): Type => {
  const loaded = runs.filter((run) => run !== null)
  const entries: Record<string, Type> = {}
  for (const name of dicts) {
    const values = loaded.map((run) => run[name])
    if (values.length > 0 && values.every((value) => value !== undefined)) entries[name] = merge(values.map(typeOf))
  }
  const keys = [...(options.historyKeys ?? keysOf(loaded))]
  if (keys.length > 0) entries['history'] = listType(rowType(keys))
  const run = recordType('run', Object.keys(entries).length === 0 ? undefined : entries)
  return listType(unionType([run, ...(loaded.length < runs.length ? [noneType] : [])]))
}
