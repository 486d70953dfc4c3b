import { anyType, booleanType, listType, maybeType, noneType, type Type, unionType } from '../Type.ts'
import { isNone } from './internal/isNone.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

const coalesce = (cell: Cell, other: unknown, evaluation: Evaluation): Cell => {
  const value = evaluation.valueOf(cell)
  if (isNone(value)) return other ?? null
  if (!Array.isArray(value)) return cell
  evaluation.spendBudget(value.length)
  return evaluation
    .itemsOf(cell)
    .map((item, index) => coalesce(item, Array.isArray(other) ? (other[index] ?? null) : other, evaluation))
}

const coalesceType = (type: Type, other: Type): Type => {
  switch (type._tag) {
    case 'None':
      return other
    case 'Maybe':
      return unionType([coalesceType(type.of, other), other])
    case 'Union':
      return unionType(type.members.map((member) => coalesceType(member, other)))
    case 'List': {
      const isPaired = other._tag === 'List' || other._tag === 'Maybe' || other._tag === 'Union' || other._tag === 'Any'
      if (!isPaired) return listType(coalesceType(type.of, other))
      return listType(other._tag === 'List' ? coalesceType(type.of, maybeType(other.of)) : anyType)
    }
    default:
      return type
  }
}

/** Operations on any value; they see `null`, and lists as a whole. */
export const anyOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'isNone',
    chain: 'isNone',
    kind: 'any',
    parameters: [],
    returns: { type: 'boolean', description: 'Whether it is `null`; `false` for any list.' },
    resultType: () => booleanType,
    description: 'Returns whether the value is `null`.',
    visibility: 'public',
    call: (value: unknown) => isNone(value),
  },
  {
    name: 'none-coalesce',
    chain: 'coalesce',
    kind: 'any',
    parameters: [
      { name: 'rhs', type: 'any', description: 'The replacement for `null`; a list replaces element by element.' },
    ],
    returns: { type: 'any', description: 'The value, or the replacement if it is `null`.' },
    resultType: (receiver, [other]) => coalesceType(receiver, other ?? noneType),
    description:
      'Replaces `null` by another value, in a list element by element.\n\n0, `false`, `NaN` and the empty string are not replaced.',
    visibility: 'hidden',
    call: (value: unknown, [other]: readonly [unknown], evaluation: Evaluation) => coalesce(value, other, evaluation),
  },
]
