import type { NodeField } from '../../../types/RunHeavy.ts'
import { defaultFields } from '../../../types/RunHeavy.ts'
import type { RunSelection } from '../../query.ts'
import { keptRaw } from './keptRaw.ts'
import { canBeBest, type OrderValue, valueIn } from './orderValue.ts'

type AnySelection = RunSelection<NodeField, unknown, unknown>

type AnyRun = Readonly<Record<string, unknown>>

/** What to load of runs to find the best one, and how to check its value. */
export interface BestSelection {
  readonly selection: AnySelection
  readonly hasValue: (run: AnyRun) => boolean
  /** Removes what only the search needed from a run. */
  readonly asAsked: (run: AnyRun) => AnyRun
}

const withoutDict = (run: AnyRun, dict: OrderValue['dict']): AnyRun => {
  const { [dict]: _, ...rest } = run
  const internal = rest['internal'] as Readonly<Record<string, unknown>>
  return Object.freeze({ ...rest, internal: Object.freeze({ ...internal, [dict]: Object.freeze({}) }) })
}

/** Adds the value that an order sorts by to a selection that lacks it. */
export const bestSelection = (asked: AnySelection, order: OrderValue | undefined): BestSelection => {
  if (order === undefined) return { selection: asked, hasValue: () => true, asAsked: (run) => run }
  const { dict, path } = order
  const top = path.slice(0, 1)
  const fields: ReadonlyArray<NodeField> = asked.fields ?? defaultFields
  if (!fields.includes(dict))
    return {
      selection: { ...asked, fields: [...fields, dict], keys: { ...asked.keys, [dict]: top } },
      hasValue: (run) => canBeBest(valueIn(run[dict], path)),
      asAsked: (run) => withoutDict(run, dict),
    }
  const keys = asked.keys?.[dict]
  const custom = asked.decode?.[dict]
  const remembered = custom === undefined ? undefined : keptRaw(custom)
  return {
    selection: {
      ...asked,
      ...(keys === undefined ? {} : { keys: { ...asked.keys, [dict]: [...new Set([...keys, ...top])] } }),
      ...(remembered === undefined ? {} : { decode: { ...asked.decode, [dict]: remembered.codec } }),
    },
    hasValue: (run) => canBeBest(valueIn(remembered === undefined ? run[dict] : remembered.rawOf(run[dict]), path)),
    asAsked: (run) => run,
  }
}
