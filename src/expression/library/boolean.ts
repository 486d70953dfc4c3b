import { anyType, booleanType, maybeType, type Type, unionType } from '../Type.ts'
import { operatorOperation } from './internal/operatorOperation.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

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
