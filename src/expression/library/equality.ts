import { operatorOperation } from './internal/operatorOperation.ts'
import type { Kind, LibraryOperation } from './LibraryOperation.ts'

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
