import * as E from 'fp-ts/lib/Either.js'
import type { Column } from './Column.ts'
import { isKeptApart } from './internal/keptApart.ts'
import { dictNames, fieldNames } from './internal/wireNames.ts'

/** Why a name in a filter or an order is not a column of records. */
export interface Unreadable {
  /** Whether the name is invalid on the server, too. */
  readonly isMistake: boolean
  readonly reason: string
}

const invalidName = (reason: string): E.Either<Unreadable, never> => E.left({ isMistake: true, reason })

const serverOnly = (reason = 'is available on the server only: records do not have it'): E.Either<Unreadable, never> =>
  E.left({ isMistake: false, reason })

/** The column that a name in a server filter or order refers to. */
export const columnNamed = (name: string): E.Either<Unreadable, Column> => {
  const field = fieldNames.get(name)
  if (field !== undefined) return E.right({ _tag: 'Field', name: field })
  if (name === 'id') return invalidName('is unknown to the server: use name')
  const [first = '', key, ...rest] = name.split('.')
  if (first === 'summary' && key !== undefined)
    return invalidName(`is unknown to the server: use ${['summary_metrics', key, ...rest].join('.')}`)
  if (first === 'tags' && key !== undefined)
    return serverOnly(`is a tag lookup that only the server supports: use tags: ${JSON.stringify(name.slice(5))}`)
  const _tag = dictNames.get(first)
  if (_tag === undefined) return serverOnly()
  if (key === undefined || key === '' || rest.includes('')) return serverOnly('has an empty key, which no run has')
  if (isKeptApart(_tag, key)) return serverOnly("is one of W&B's own entries, which records leave out")
  // The first `value` after a config key is the wrapper of every entry on the server.
  return E.right({ _tag, path: [key, ...(_tag === 'Config' && rest[0] === 'value' ? rest.slice(1) : rest)] })
}
