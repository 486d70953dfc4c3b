import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Column } from '../../query/Column.ts'
import { memberAt } from '../../query/keyPath.ts'
import { defaultFields, type InlineField } from '../../types/run/RunHeavy.ts'
import type { RunSelection } from '../request/query.ts'

/** A codec that remembers the input of every value. */
interface RememberedInput<A> {
  readonly codec: t.Decoder<unknown, A>
  /** Returns the input of a value; the value itself if the codec did not decode it. */
  readonly rawOf: (value: unknown) => unknown
}

/** A custom codec may transform a dict, but finding a metric needs the values as logged. */
const rememberInput = <A>(codec: t.Decoder<unknown, A>): RememberedInput<A> => {
  const raws = new WeakMap<object, unknown>()
  const validate: t.Validate<unknown, A> = (u, context) => {
    const read = codec.validate(u, context)
    if (E.isRight(read) && typeof read.right === 'object' && read.right !== null) raws.set(read.right, u)
    return read
  }
  return {
    codec: { name: codec.name, validate, decode: (u) => validate(u, [{ key: '', type: codec, actual: u }]) },
    rawOf: (value) => (typeof value === 'object' && value !== null ? (raws.get(value) ?? value) : value),
  }
}

/** The config or summary value that an order sorts by. */
interface OrderPath {
  readonly dict: 'config' | 'summary'
  /** The keys to the value. */
  readonly path: ReadonlyArray<string>
}

/** The value that an order by a column sorts by; `undefined` for a column of the run itself. */
export const orderPath = (column: Column | undefined): OrderPath | undefined => {
  if (column?._tag === 'Config') return { dict: 'config', path: column.path }
  return column?._tag === 'Summary' ? { dict: 'summary', path: column.path } : undefined
}

const valueAtPath = (dict: unknown, path: ReadonlyArray<string>): unknown => path.reduce<unknown>(memberAt, dict)

/** Whether a run with this value can be the best: not if it is missing, `NaN`, or not a scalar. */
const canBeBest = (value: unknown): boolean =>
  typeof value === 'number' ? !Number.isNaN(value) : typeof value === 'string' || typeof value === 'boolean'

type AnySelection = RunSelection<InlineField, unknown, unknown>

type AnyRun = Readonly<Record<string, unknown>>

/** What to load of runs to find the best one, and how to check its value. */
interface BestSelection {
  readonly selection: AnySelection
  readonly hasValue: (run: AnyRun) => boolean
  /** Removes what only the search needed from a run. */
  readonly asAsked: (run: AnyRun) => AnyRun
}

const withoutDict = (run: AnyRun, dict: OrderPath['dict']): AnyRun => {
  const { [dict]: _, ...rest } = run
  const internal = rest['internal'] as Readonly<Record<string, unknown>>
  return Object.freeze({ ...rest, internal: Object.freeze({ ...internal, [dict]: Object.freeze({}) }) })
}

/** Adds the value that an order sorts by to a selection that lacks it. */
export const bestSelection = (asked: AnySelection, order: OrderPath | undefined): BestSelection => {
  if (order === undefined) return { selection: asked, hasValue: () => true, asAsked: (run) => run }
  const { dict, path } = order
  const top = path.slice(0, 1)
  const fields: ReadonlyArray<InlineField> = asked.fields ?? defaultFields
  if (!fields.includes(dict))
    return {
      selection: { ...asked, fields: [...fields, dict], keys: { ...asked.keys, [dict]: top } },
      hasValue: (run) => canBeBest(valueAtPath(run[dict], path)),
      asAsked: (run) => withoutDict(run, dict),
    }
  const keys = asked.keys?.[dict]
  const custom = asked.decode?.[dict]
  const remembered = custom === undefined ? undefined : rememberInput(custom)
  return {
    selection: {
      ...asked,
      ...(keys === undefined ? {} : { keys: { ...asked.keys, [dict]: [...new Set([...keys, ...top])] } }),
      ...(remembered === undefined ? {} : { decode: { ...asked.decode, [dict]: remembered.codec } }),
    },
    hasValue: (run) => canBeBest(valueAtPath(remembered === undefined ? run[dict] : remembered.rawOf(run[dict]), path)),
    asAsked: (run) => run,
  }
}
