import type { BinaryOperator } from '../Expression.ts'
import { operatorOperation } from './internal/operatorOperation.ts'
import type { LibraryOperation } from './LibraryOperation.ts'

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
    returns: { type: 'maybe<number>', description: `${result}; \`null\` where one of the two is \`null\`.` },
    description,
    visibility: 'public',
  })

const comparison = (name: string, operator: BinaryOperator, words: string): LibraryOperation =>
  operatorOperation({
    name: `number-${name}`,
    kind: 'number',
    operator,
    parameter: { name: 'rhs', type: 'maybe<number>', description: 'The number to compare with.' },
    returns: {
      type: 'maybe<boolean>',
      description: `Whether it is ${words}; \`null\` where one of the two is \`null\`.`,
    },
    description: `Says whether the number is ${words} another.`,
    visibility: 'public',
  })

/** The operators of numbers, by name. */
export const numberOperators: ReadonlyArray<LibraryOperation> = [
  arithmetic('add', '+', 'The number to add.', 'Adds a number.', 'The sum'),
  arithmetic('sub', '-', 'The number to subtract.', 'Subtracts a number.', 'The difference'),
  arithmetic('mult', '*', 'The number to multiply by.', 'Multiplies by a number.', 'The product'),
  arithmetic(
    'div',
    '/',
    'The number to divide by.',
    'Divides by a number. By 0, it gives an infinity, and 0 by 0 `NaN`.',
    'The quotient',
  ),
  arithmetic(
    'floorDiv',
    '//',
    'The number to divide by.',
    'Divides by a number and rounds down. By 0, it gives an infinity, and 0 by 0 `NaN`.',
    'The quotient, rounded down',
  ),
  arithmetic(
    'modulo',
    '%',
    'The number to divide by.',
    'Gives what a division leaves, with the sign of the number that is divided. By 0, it gives `NaN`.',
    'The remainder',
  ),
  arithmetic('powBinary', '**', 'The exponent.', 'Raises to a power.', 'The power'),
  comparison('less', '<', 'less than'),
  comparison('lessEqual', '<=', 'less than or equal to'),
  comparison('greater', '>', 'greater than'),
  comparison('greaterEqual', '>=', 'greater than or equal to'),
  { ...arithmetic('pow', '**', 'The exponent.', 'Raises to a power.', 'The power'), visibility: 'hidden' },
]
