import * as E from 'fp-ts/lib/Either.js'
import type { Direction } from '../../../types/query/Direction.ts'
import { toOrder } from '../../../types/query/toOrder.ts'
import type { Chain, Expression } from '../../Expression.ts'
import { columnOf } from './columnOf.ts'

const directionOf = (part: Expression | undefined): Direction | undefined => {
  if (part === undefined) return 'asc'
  const text = part._tag === 'List' && part.items.length === 1 ? part.items[0] : part
  if (text?._tag !== 'Literal' || typeof text.value !== 'string') return undefined
  return text.value.toLowerCase() === 'asc' ? 'asc' : 'desc'
}

/** Returns the server order that is equivalent to a sort; `undefined` if there is none. */
export const orderOf = ({ args: [key, direction, ...more] }: Chain): string | undefined => {
  const parsed = directionOf(direction)
  const row = key?._tag === 'Lambda' && key.parameters.length === 1 ? key.parameters[0] : undefined
  if (key?._tag !== 'Lambda' || row === undefined || parsed === undefined || more.length > 0) return undefined
  const isList = key.body._tag === 'List'
  const [part, ...others] = key.body._tag === 'List' ? key.body.items : [key.body]
  const read = part && columnOf(part, row)
  if (read === undefined || others.length > 0) return undefined
  const { column, type, fallback, absent, slack } = read
  if (fallback !== undefined || absent !== undefined || slack !== undefined) return undefined
  // A list at the key would count as several keys, and a list on the path to it would map.
  if (type === 'any' && !(isList && 'path' in column && column.path.length === 1)) return undefined
  const order = toOrder([{ column, direction: parsed }])
  return E.isRight(order) ? order.right : undefined
}
