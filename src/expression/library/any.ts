import { anyType, booleanType, listType, maybeType, noneType, type Type, unionType } from '../Type.ts'
import { isNone } from './internal/isNone.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

const coalesce = (cell: Cell, other: unknown, evaluation: Evaluation): Cell => {
  const value = evaluation.valueOf(cell)
  if (isNone(value)) return other ?? null
  if (!Array.isArray(value)) return cell
  evaluation.spend(value.length)
  return evaluation
    .itemsOf(cell)
    .map((item, place) => coalesce(item, Array.isArray(other) ? (other[place] ?? null) : other, evaluation))
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

/** Operations of any value, `null` and lists as they are. */
export const anyOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'isNone',
    chain: 'isNone',
    kind: 'any',
    parameters: [],
    returns: { type: 'boolean', description: 'Whether it is `null`; a list never is, whatever it holds.' },
    resultType: () => booleanType,
    description: 'Says whether the value is `null`.',
    visibility: 'public',
    call: (value: unknown) => isNone(value),
  },
  {
    name: 'none-coalesce',
    chain: 'coalesce',
    kind: 'any',
    parameters: [{ name: 'rhs', type: 'any', description: 'What stands in for `null`; a list, place by place.' }],
    returns: { type: 'any', description: 'The value, or the other one where it is `null`.' },
    resultType: (receiver, [other]) => coalesceType(receiver, other ?? noneType),
    description:
      'Gives the value, or another one where it is `null`. Of a list, it gives each element or the other one, which a list gives place by place.\n\n0, `false`, `NaN` and the empty text are values.',
    visibility: 'hidden',
    call: (value: unknown, [other]: readonly [unknown], evaluation: Evaluation) => coalesce(value, other, evaluation),
  },
]
