import fc from 'fast-check'
import type { BinaryOperator, Expression } from '../../src/expression/syntax/Expression.ts'

const nowhere = { start: 0, end: 0 }

const name = fc.constantFrom('runs', 'run', 'row', 'index', 'x', 'é', '$', '_a', 'count', 'filter', 'constructor')
/** Names behind a dot may be any word. */
const word = fc.oneof(name, fc.constantFrom('summary', 'in', 'default', 'class', 'max', '__proto__'))
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom('', '__proto__', 'a b', '"', '\u2028', '\ud800'),
)

const literal = fc
  .oneof(
    fc.constantFrom(null, true, false, 0, 1, 0.1, 1e21, 5e-324),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }).map((number) => number + 0),
    text,
  )
  .map((value): Expression => ({ _tag: 'Literal', value, ...nowhere }))

const operators: ReadonlyArray<BinaryOperator> = [
  ...(['!=', '%', '&&', '*', '**', '+', '-', '/', '//', '<', '<=', '==', '>', '>=', '||'] as const),
]

/** Any expression, with no places: its text decides on those. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>((tie) => {
  const part = tie('expression')
  const args = fc.array(part, { maxLength: 2, depthIdentifier: 'expression' })
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'expression', withCrossShrink: true },
      literal,
      name.map((value): Expression => ({ _tag: 'Name', name: value, ...nowhere })),
      args.map((items): Expression => ({ _tag: 'List', items, ...nowhere })),
      fc.uniqueArray(fc.tuple(fc.oneof(word, text), part), { selector: ([key]) => key, maxLength: 2 }).map(
        (entries): Expression => ({
          _tag: 'Dict',
          entries: entries.map(([key, value]) => ({ key, value, ...nowhere })),
          ...nowhere,
        }),
      ),
      fc
        .tuple(fc.uniqueArray(name, { maxLength: 2 }), part)
        .map(([parameters, body]): Expression => ({ _tag: 'Lambda', parameters, body, ...nowhere })),
      fc
        .tuple(fc.constantFrom('-' as const, '!' as const), part)
        .map(([operator, operand]): Expression => ({ _tag: 'Unary', operator, operand, ...nowhere })),
      fc
        .tuple(fc.constantFrom(...operators), part, part)
        .map(([operator, left, right]): Expression => ({ _tag: 'Binary', operator, left, right, ...nowhere })),
      fc.tuple(part, word, args).map(
        ([receiver, behind, values]): Expression => ({
          _tag: 'Chain',
          receiver,
          name: behind,
          nameSpan: nowhere,
          args: values,
          ...nowhere,
        }),
      ),
      fc.tuple(name, args).map(
        ([called, values]): Expression => ({
          _tag: 'Call',
          name: called,
          nameSpan: nowhere,
          args: values,
          ...nowhere,
        }),
      ),
      fc.tuple(part, part).map(([receiver, key]): Expression => ({ _tag: 'Subscript', receiver, key, ...nowhere })),
    ),
  }
}).expression

/** An expression without its places, to compare what it says. */
export const withoutPlaces = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutPlaces)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .filter(([key]) => !['start', 'end', 'nameSpan'].includes(key))
          .map(([key, part]) => [key, withoutPlaces(part)])
      : value
