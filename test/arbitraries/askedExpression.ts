import fc from 'fast-check'
import { libraryOperation, operationNamesOf } from '../../src/expression/compile/lookup.ts'
import type { BinaryOperator, Expression } from '../../src/expression/syntax/Expression.ts'

const nowhere = { start: 0, end: 0 }

const kinds = ['any', 'list', 'dict', 'number', 'string', 'boolean', 'date', 'run', 'user', 'artifactVersion'] as const
const known = [...new Set(kinds.flatMap(operationNamesOf))]
const host = ['constructor', '__proto__', 'toString', 'call', 'prototype', 'valueOf', 'length', 'then']
const tags = ['run', 'project', 'groupkey']

const plainNames = known.filter((name) => kinds.every((kind) => callable(kind, name).length === 0))

function callable(kind: (typeof kinds)[number], name: string): ReadonlyArray<unknown> {
  return kind === 'run' || kind === 'user' || kind === 'artifactVersion'
    ? []
    : (libraryOperation(kind, name)?.parameters ?? [])
}

const operators: ReadonlyArray<BinaryOperator> = [
  ...(['!=', '%', '&&', '*', '**', '+', '-', '/', '//', '<', '<=', '==', '>', '>=', '||'] as const),
]

const literal: fc.Arbitrary<Expression> = fc
  .constantFrom(null, true, false, 0, 1, 2, 3.5, 1e300, '', 'a', 'loss', 'a.b', '*', '2026-11-21', ...host)
  .map((value): Expression => ({ _tag: 'Literal', value, ...nowhere }))

const key = fc
  .constantFrom<number | string>('loss', 'acc', 'lr', 'opt', 'name', 'a.b', '*', 'mixed', 'table', 'missing', 0, 1, 7)
  .map((value): Expression => ({ _tag: 'Literal', value, ...nowhere }))

const keyOf = (part: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.oneof({ weight: 4, arbitrary: key }, { weight: 1, arbitrary: part })

const chain = (receiver: Expression, name: string, args: ReadonlyArray<Expression>): Expression => ({
  _tag: 'Chain',
  receiver,
  name,
  nameSpan: nowhere,
  args,
  ...nowhere,
})

const name = (names: ReadonlyArray<string>): fc.Arbitrary<Expression> =>
  fc.constantFrom(...names).map((value): Expression => ({ _tag: 'Name', name: value, ...nowhere }))

/** Expressions that ask something of a scope: most of their names and keys exist, and some must not be reached. */
export const askedExpression = (names: ReadonlyArray<string>): fc.Arbitrary<Expression> =>
  fc.letrec<{ expression: Expression }>((tie) => {
    const part = tie('expression')
    const lambda = part.map((body): Expression => ({ _tag: 'Lambda', parameters: ['row', 'index'], body, ...nowhere }))
    const withRow = fc.oneof(part, lambda)
    return {
      expression: fc.oneof(
        { maxDepth: 7, depthIdentifier: 'asked' },
        { weight: 1, arbitrary: literal },
        { weight: 6, arbitrary: name([...names, 'row', ...names]) },
        {
          weight: 9,
          arbitrary: fc
            .tuple(part, fc.constantFrom(...plainNames, ...tags, ...host))
            .map(([on, of]) => chain(on, of, [])),
        },
        {
          weight: 3,
          arbitrary: fc
            .tuple(part, fc.constantFrom('filter', 'map', 'groupby', 'sort'), lambda)
            .map(([on, of, function_]) => chain(on, of, [function_])),
        },
        {
          weight: 2,
          arbitrary: fc
            .tuple(part, fc.constantFrom(...known), fc.array(withRow, { minLength: 1, maxLength: 2 }))
            .map(([on, of, args]) => chain(on, of, args)),
        },
        {
          weight: 4,
          arbitrary: fc
            .tuple(part, keyOf(part))
            .map(([receiver, at]): Expression => ({ _tag: 'Subscript', receiver, key: at, ...nowhere })),
        },
        {
          weight: 3,
          arbitrary: fc
            .tuple(fc.constantFrom(...operators), part, part)
            .map(([operator, left, right]): Expression => ({ _tag: 'Binary', operator, left, right, ...nowhere })),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom('-' as const, '!' as const), part)
            .map(([operator, operand]): Expression => ({ _tag: 'Unary', operator, operand, ...nowhere })),
        },
        {
          weight: 1,
          arbitrary: fc.array(part, { maxLength: 2 }).map((items): Expression => ({ _tag: 'List', items, ...nowhere })),
        },
        {
          weight: 1,
          arbitrary: fc.tuple(part, part).map(
            ([one, other]): Expression => ({
              _tag: 'Dict',
              entries: [
                { key: 'a', value: one, ...nowhere },
                { key: 'run', value: other, ...nowhere },
              ],
              ...nowhere,
            }),
          ),
        },
      ),
    }
  }).expression
