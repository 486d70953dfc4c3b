import type { BinaryOperator } from '../syntax/Expression.ts'
import type { LibraryOperation } from '../values/LibraryOperation.ts'
import { operatorOperation } from './operatorOperation.ts'

const arithmetic = (
  name: string,
  operator: BinaryOperator,
  right: string,
  description: string,
  result: string,
): LibraryOperation =>
  operatorOperation({
    name: `number-${name}`,
    kind: 'number',
    operator,
    parameter: { name: 'rhs', type: 'maybe<number>', description: right },
    returns: { type: 'maybe<number>', description: `${result}; \`null\` if either is \`null\`.` },
    description,
    visibility: 'public',
  })

const comparison = (name: string, operator: BinaryOperator, relation: string): LibraryOperation =>
  operatorOperation({
    name: `number-${name}`,
    kind: 'number',
    operator,
    parameter: { name: 'rhs', type: 'maybe<number>', description: 'The number to compare with.' },
    returns: {
      type: 'maybe<boolean>',
      description: `Whether it is ${relation} the other; \`null\` if either is \`null\`.`,
    },
    description: `Returns whether the number is ${relation} another.`,
    visibility: 'public',
  })

/** The operators on numbers, by name. */
export const numberOperators: ReadonlyArray<LibraryOperation> = [
  arithmetic('add', '+', 'The number to add.', 'Adds a number.', 'The sum'),
  arithmetic('sub', '-', 'The number to subtract.', 'Subtracts a number.', 'The difference'),
  arithmetic('mult', '*', 'The number to multiply by.', 'Multiplies by a number.', 'The product'),
  arithmetic(
    'div',
    '/',
    'The number to divide by.',
    'Divides by a number. Division by 0 is an infinity, and 0 by 0 is `NaN`.',
    'The quotient',
  ),
  arithmetic(
    'floorDiv',
    '//',
    'The number to divide by.',
    'Divides by a number and rounds down. Division by 0 is an infinity, and 0 by 0 is `NaN`.',
    'The quotient, rounded down',
  ),
  arithmetic(
    'modulo',
    '%',
    'The number to divide by.',
    'Returns the remainder of a division, with the sign of the dividend; `NaN` for division by 0.',
    'The remainder',
  ),
  arithmetic('powBinary', '**', 'The exponent.', 'Raises to a power.', 'The power'),
  comparison('less', '<', 'less than'),
  comparison('lessEqual', '<=', 'less than or equal to'),
  comparison('greater', '>', 'greater than'),
  comparison('greaterEqual', '>=', 'greater than or equal to'),
  { ...arithmetic('pow', '**', 'The exponent.', 'Raises to a power.', 'The power'), visibility: 'hidden' },
]
