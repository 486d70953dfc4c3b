import { operatorOperation } from './internal/operatorOperation.ts'
import type { Kind, LibraryOperation } from './LibraryOperation.ts'

const equality = (
  name: string,
  kind: Kind,
  operator: '!=' | '==',
  visibility: LibraryOperation['visibility'],
): LibraryOperation => {
  const words = operator === '==' ? 'the same as' : 'another than'
  return operatorOperation({
    name,
    kind,
    operator,
    parameter: { name: 'rhs', type: 'any', description: 'The value to compare with.' },
    returns: { type: 'boolean', description: `Whether it is ${words} the other.` },
    description: `Says whether the ${kind} is ${words} a value, by type and value; \`NaN\` is the same as \`NaN\`.\n\nBehind a dot, \`null\` stays \`null\`; the operator says whether it equals.`,
    visibility,
  })
}

/** Whether two values are the same, by the names that the operators have for each kind. */
export const equalityOperations: ReadonlyArray<LibraryOperation> = [
  equality('number-equal', 'number', '==', 'public'),
  equality('number-notEqual', 'number', '!=', 'public'),
  equality('string-equal', 'string', '==', 'public'),
  equality('string-notEqual', 'string', '!=', 'public'),
  equality('boolean-equal', 'boolean', '==', 'hidden'),
  equality('boolean-notEqual', 'boolean', '!=', 'hidden'),
  equality('dates-equal', 'date', '==', 'hidden'),
]
