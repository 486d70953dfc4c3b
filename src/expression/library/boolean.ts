import { anyType, booleanType, maybeType, type Type, unionType } from '../Type.ts'
import { operatorOperation } from './internal/operatorOperation.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

const logical = (name: 'and' | 'or', operator: '&&' | '||'): LibraryOperation =>
  operatorOperation({
    name,
    kind: 'boolean',
    operator,
    parameter: { name: 'rhs', type: 'maybe<boolean>', description: 'The other truth value.' },
    returns: {
      type: 'maybe<boolean>',
      description: `Whether ${name === 'and' ? 'both are' : 'one of the two is'} true; \`null\` where one of the two is \`null\`.`,
    },
    description: `Says whether ${name === 'and' ? 'both truth values are' : 'one of two truth values is'} true.`,
    visibility: 'public',
  })

const valuesType = (dict: Type | undefined): Type =>
  dict?._tag === 'Dict' && dict.others === undefined ? maybeType(unionType(Object.values(dict.entries))) : anyType

const caseOf = (cases: Readonly<Record<string, Cell>>, results: unknown, evaluation: Evaluation): Cell => {
  if (typeof results !== 'object' || results === null || Array.isArray(results)) return null
  const found = Object.keys(cases).find((key) => evaluation.valueOf(cases[key]) === true && Object.hasOwn(results, key))
  return found === undefined ? null : (results as Readonly<Record<string, unknown>>)[found]
}

/** Operations of a truth value, and choices by truth values. */
export const booleanOperations: ReadonlyArray<LibraryOperation> = [
  logical('and', '&&'),
  logical('or', '||'),
  {
    name: 'boolean-not',
    chain: 'not',
    kind: 'boolean',
    parameters: [],
    returns: { type: 'boolean', description: 'The other truth value.' },
    resultType: () => booleanType,
    description: 'Gives the other truth value.\n\nThe operator `!`.',
    visibility: 'public',
    call: (value: boolean) => !value,
  },
  {
    name: 'if',
    chain: 'if',
    kind: 'boolean',
    parameters: [
      { name: 'then', type: 'any', description: 'What stands for `true`.' },
      { name: 'else', type: 'any', description: 'What stands for `false`.' },
    ],
    returns: { type: 'any', description: 'One of the two; `null` where the condition is `null`.' },
    resultType: (_receiver, [then, otherwise]) => unionType([then ?? anyType, otherwise ?? anyType]),
    description:
      'Gives one value for `true`, another for `false`: `(loss < 1).if("good", "bad")`. Of a list of truth values, it gives a list.',
    visibility: 'hidden',
    call: (condition: boolean, [then, otherwise]: readonly [unknown, unknown]) => (condition ? then : otherwise),
  },
  {
    name: 'cond',
    chain: 'cond',
    kind: 'dict',
    parameters: [{ name: 'results', type: 'dict', description: 'A value for each case, by the same keys.' }],
    returns: { type: 'any', description: 'The result of the first case that is `true`; `null` where none is.' },
    resultType: (_receiver, [results]) => valuesType(results),
    description:
      'Gives the result of the first case that is `true`: `cond({ a: x > 1, b: x > 0 }, { a: "large", b: "small" })`.\n\nCases and results go together by their keys.',
    visibility: 'hidden',
    call: (cases: Readonly<Record<string, Cell>>, [results]: readonly [unknown], evaluation: Evaluation) =>
      caseOf(cases, results, evaluation),
  },
]
