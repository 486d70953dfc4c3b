import { isNone } from '../../types/wire/own.ts'
import { anyType, booleanType, listType, maybeType, noneType, type Type, unionType } from '../types/Type.ts'
import type { Cell, Evaluation, Kind, LibraryOperation } from '../values/LibraryOperation.ts'
import { operatorOperation } from './operatorOperation.ts'

const coalesce = (cell: Cell, other: unknown, evaluation: Evaluation): Cell => {
  const value = evaluation.valueOf(cell)
  if (isNone(value)) return other ?? null
  if (!Array.isArray(value)) return cell
  evaluation.spendBudget(value.length)
  evaluation.createList(value.length)
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

const equality = (
  name: string,
  kind: Kind,
  operator: '!=' | '==',
  visibility: LibraryOperation['visibility'],
): LibraryOperation => {
  const relation = operator === '==' ? 'equals' : 'differs from'
  return operatorOperation({
    name,
    kind,
    operator,
    parameter: { name: 'rhs', type: 'any', description: 'The value to compare with.' },
    returns: { type: 'boolean', description: `Whether it ${relation} the other value.` },
    description: `Returns whether the ${kind} ${relation} a value, by type and value; \`NaN\` equals \`NaN\`.\n\nThis operation returns \`null\` for \`null\`; the operator compares it.`,
    visibility,
  })
}

/** The equality operators of each kind, by name. */
export const equalityOperations: ReadonlyArray<LibraryOperation> = [
  equality('number-equal', 'number', '==', 'public'),
  equality('number-notEqual', 'number', '!=', 'public'),
  equality('string-equal', 'string', '==', 'public'),
  equality('string-notEqual', 'string', '!=', 'public'),
  equality('boolean-equal', 'boolean', '==', 'hidden'),
  equality('boolean-notEqual', 'boolean', '!=', 'hidden'),
  equality('dates-equal', 'date', '==', 'hidden'),
]

const logical = (name: 'and' | 'or', operator: '&&' | '||'): LibraryOperation =>
  operatorOperation({
    name,
    kind: 'boolean',
    operator,
    parameter: { name: 'rhs', type: 'maybe<boolean>', description: 'The other boolean.' },
    returns: {
      type: 'maybe<boolean>',
      description: `Whether ${name === 'and' ? 'both are' : 'at least one is'} true; \`null\` if either is \`null\`.`,
    },
    description: `Returns whether ${name === 'and' ? 'both booleans are' : 'at least one of two booleans is'} true.`,
    visibility: 'public',
  })

const valuesType = (dict: Type | undefined): Type =>
  dict?._tag === 'Dict' && dict.others === undefined ? maybeType(unionType(Object.values(dict.entries))) : anyType

const caseOf = (cases: Readonly<Record<string, Cell>>, results: unknown, evaluation: Evaluation): Cell => {
  if (typeof results !== 'object' || results === null || Array.isArray(results)) return null
  const found = Object.keys(cases).find((key) => evaluation.valueOf(cases[key]) === true && Object.hasOwn(results, key))
  return found === undefined ? null : (results as Readonly<Record<string, unknown>>)[found]
}

/** Operations on booleans, and choices by booleans. */
export const booleanOperations: ReadonlyArray<LibraryOperation> = [
  logical('and', '&&'),
  logical('or', '||'),
  {
    name: 'boolean-not',
    chain: 'not',
    kind: 'boolean',
    parameters: [],
    returns: { type: 'boolean', description: 'The negation.' },
    resultType: () => booleanType,
    description: 'Negates the boolean.\n\nThe operator `!`.',
    visibility: 'public',
    call: (value: boolean) => !value,
  },
  {
    name: 'if',
    chain: 'if',
    kind: 'boolean',
    parameters: [
      { name: 'then', type: 'any', description: 'The result for `true`.' },
      { name: 'else', type: 'any', description: 'The result for `false`.' },
    ],
    returns: { type: 'any', description: 'The chosen value; `null` if the condition is `null`.' },
    resultType: (_receiver, [then, otherwise]) => unionType([then ?? anyType, otherwise ?? anyType]),
    description:
      'Returns one value for `true`, another for `false`: `(loss < 1).if("good", "bad")`. A list of booleans returns a list.',
    visibility: 'hidden',
    call: (condition: boolean, [then, otherwise]: readonly [unknown, unknown]) => (condition ? then : otherwise),
  },
  {
    name: 'cond',
    chain: 'cond',
    kind: 'dict',
    parameters: [{ name: 'results', type: 'dict', description: 'The result of each case, by the same keys.' }],
    returns: { type: 'any', description: 'The result of the first case that is `true`; `null` if none is.' },
    resultType: (_receiver, [results]) => valuesType(results),
    description:
      'Returns the result of the first case that is `true`: `cond({ a: x > 1, b: x > 0 }, { a: "large", b: "small" })`.\n\nCases and results are matched by key.',
    visibility: 'hidden',
    call: (cases: Readonly<Record<string, Cell>>, [results]: readonly [unknown], evaluation: Evaluation) =>
      caseOf(cases, results, evaluation),
  },
]
