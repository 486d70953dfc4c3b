import { operations } from '../ops/registry.ts'
import {
  anyType,
  booleanType,
  dateType,
  dictType,
  listType,
  maybeType,
  numberType,
  recordType,
  stringType,
  type Type,
} from './Type.ts'

const named = new Map<string, Type>([
  ['any', anyType],
  ['boolean', booleanType],
  ['date', dateType],
  ['dict', dictType({}, anyType)],
  ['number', numberType],
  ['string', stringType],
  ...operations.map(({ receiver }) => [receiver, recordType(receiver)] as const),
])

/**
 * Parses a type of the registry of operations: `maybe<list<run>>`.
 *
 * @param text - The text of the type.
 * @returns The type; an unknown name is `Opaque`.
 * @example
 * ```ts
 * import { readType } from 'wandb-run-ops/expression'
 *
 * readType('list<run>') // => { _tag: 'List', of: { _tag: 'Record', receiver: 'run' } }
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const readType = (text: string): Type => {
  const [, outer, inner] = /^(list|maybe)<(.*)>$/.exec(text) ?? []
  if (inner !== undefined) return outer === 'list' ? listType(readType(inner)) : maybeType(readType(inner))
  return named.get(text) ?? { _tag: 'Opaque', name: text }
}
