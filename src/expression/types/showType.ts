import { operations } from '../../ops/generated/operations.ts'
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

const isWord = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text)

/**
 * Formats a type: `list<run>`, `maybe<number>`, `dict<lr: number, …>`.
 *
 * @param type - A type.
 * @returns The text.
 * @example
 * ```ts
 * import { showType } from 'wandb-run-ops/expression'
 *
 * showType({ _tag: 'List', of: { _tag: 'Record', receiver: 'run' } }) // => 'list<run>'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const showType = (type: Type): string => {
  switch (type._tag) {
    case 'Any':
      return 'any'
    case 'None':
      return 'none'
    case 'Scalar':
    case 'Opaque':
      return type.name
    case 'Record':
      return type.receiver
    case 'List':
      return `list<${showType(type.of)}>`
    case 'Maybe':
      return `maybe<${showType(type.of)}>`
    case 'Dict': {
      const entries = Object.entries(type.entries).map(
        ([key, value]) => `${isWord(key) ? key : JSON.stringify(key)}: ${showType(value)}`,
      )
      return entries.length === 0 ? 'dict' : `dict<${[...entries, ...(type.others ? ['…'] : [])].join(', ')}>`
    }
    case 'Union':
      return type.members.map(showType).join(' | ')
    case 'Function':
      return `(${type.parameters.map(showType).join(', ')}) => ${showType(type.result)}`
  }
}

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
