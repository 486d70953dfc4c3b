import * as E from 'fp-ts/lib/Either.js'
import type { Column } from './Column.ts'
import { isKeptApart } from './internal/keptApart.ts'
import { dictNames, fieldNames } from './internal/wireNames.ts'

/** Why a name of a filter or an order is no column. */
export interface Unreadable {
  /** Whether the server has no such name, either. */
  readonly isMistake: boolean
  readonly reason: string
}

const mistake = (reason: string): E.Either<Unreadable, never> => E.left({ isMistake: true, reason })

const serverOnly = (reason = 'is known to the server only: no record has it'): E.Either<Unreadable, never> =>
  E.left({ isMistake: false, reason })

/** The column that a name in a filter or an order of the server means. */
export const columnNamed = (name: string): E.Either<Unreadable, Column> => {
  const field = fieldNames.get(name)
  if (field !== undefined) return E.right({ _tag: 'Field', name: field })
  if (name === 'id') return mistake('is unknown to the server: write name')
  const [first = '', key, ...rest] = name.split('.')
  if (first === 'summary' && key !== undefined)
    return mistake(`is unknown to the server: write ${['summary_metrics', key, ...rest].join('.')}`)
  if (first === 'tags' && key !== undefined)
    return serverOnly(`is a tag that only the server looks up: write tags: ${JSON.stringify(name.slice(5))}`)
  const _tag = dictNames.get(first)
  if (_tag === undefined) return serverOnly()
  if (key === undefined || key === '' || rest.includes('')) return serverOnly('has an empty key, which no run has')
  if (isKeptApart(_tag, key)) return serverOnly("is W&B's own entry, which no record has there")
  // The first `value` behind the key of a config's entry is the wrapper that every entry has on the wire.
  return E.right({ _tag, path: [key, ...(_tag === 'Config' && rest[0] === 'value' ? rest.slice(1) : rest)] })
}
