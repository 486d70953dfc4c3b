import { operations } from '../../ops/generated/operations.ts'
import type { Operation } from '../../ops/Operation.ts'
import { bind } from '../compile/bind.ts'
import { libraryOperation, operationNamesOf } from '../compile/lookup.ts'
import { tagNames } from '../compile/tags.ts'
import { library } from '../library/library.ts'
import { rootOperations } from '../library/roots.ts'
import type { Span } from '../syntax/Expression.ts'
import { readType, showType } from '../types/showType.ts'
import { anyType, functionType, type Type } from '../types/Type.ts'
import { plainCells } from '../values/cells.ts'
import type { LibraryOperation } from '../values/LibraryOperation.ts'

/**
 * A completion that an editor can offer at a position in an expression.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Suggestion extends Span {
  /** The text shown in the list: `loggedArtifactVersion`. */
  readonly label: string
  /** The replacement for the text from `start` to `end`. */
  readonly insert: string
  /** Whether it is an operation, a key of a dict, a name from the scope, or an operator. */
  readonly kind: 'key' | 'name' | 'operation' | 'operator'
  /** The type of the result, as text. */
  readonly type: string
  /** The description of the result, as Markdown; empty if there is none. */
  readonly description: string
}

/** A suggestion without a position. */
export interface Candidate extends Omit<Suggestion, 'end' | 'start'> {
  /** Whether it is suggested only when typed in full. */
  readonly isHidden: boolean
}

type Named = Pick<Operation | LibraryOperation, 'description' | 'visibility'>

const byName: ReadonlyMap<string, Named> = new Map(
  [...operations, ...library].map((operation) => [operation.name, operation]),
)

/** The types within a receiver, through lists, `null` and unions. */
const partsOf = (type: Type): ReadonlyArray<Type> => {
  switch (type._tag) {
    case 'List':
    case 'Maybe':
      return [type, ...partsOf(type.of)]
    case 'Union':
      return type.members.flatMap(partsOf)
    default:
      return [type]
  }
}

/** Whether values of a type can be aggregated. */
const isScalar = (type: Type): boolean =>
  partsOf(type).some(({ _tag }) => _tag === 'Any' || _tag === 'Scalar' || _tag === 'None')

const operationNames = (type: Type): ReadonlyArray<string> => {
  switch (type._tag) {
    case 'List':
      return operationNamesOf('list').filter(
        (name) => isScalar(type.of) || libraryOperation('list', name)?.ofScalars !== true,
      )
    case 'Dict':
      return operationNamesOf('dict')
    case 'Scalar':
      return operationNamesOf(type.name)
    case 'Record':
      return operationNamesOf(type.receiver)
    default:
      return []
  }
}

const span = { start: 0, end: 0 }

const operationOffer = (type: Type, name: string): ReadonlyArray<Candidate> => {
  const binding = bind(type, name, span, plainCells())
  const operation = binding && byName.get(binding.operation)
  if (binding === undefined || operation === undefined) return []
  const args = binding.parameters.map(({ frame, type: text }) =>
    frame ? functionType(frame(type, []), anyType) : readType(text),
  )
  const isCalled = binding.parameters.some(({ optional }) => optional !== true)
  return [
    {
      label: name,
      insert: isCalled ? `${name}(` : name,
      kind: 'operation',
      type: showType(binding.type(args, [])),
      description: operation.description,
      isHidden: operation.visibility === 'hidden',
    },
  ]
}

/** The operations on a type of receiver. */
export const operationCandidates = (type: Type): ReadonlyArray<Candidate> => {
  const names = new Set([...operationNamesOf('any'), ...partsOf(type).flatMap(operationNames)])
  const tags = tagNames
    .filter(({ chain }) => !names.has(chain))
    .map(
      ({ chain, description }): Candidate => ({
        label: chain,
        insert: chain,
        kind: 'operation',
        type: 'any',
        description,
        isHidden: chain !== 'groupkey' || !partsOf(type).some(({ _tag }) => _tag === 'List'),
      }),
    )
  return [...[...names].flatMap((name) => operationOffer(type, name)), ...tags]
}

/** The operations without a receiver. */
export const rootCandidates = (): ReadonlyArray<Candidate> =>
  rootOperations.map(({ chain, description, returns, visibility }) => ({
    label: chain,
    insert: `${chain}(`,
    kind: 'operation',
    type: returns.type,
    description,
    isHidden: visibility === 'hidden',
  }))

/** The keys of a dict, or of the dicts in a list, with their types. */
export const knownKeys = (type: Type): ReadonlyMap<string, Type> => {
  const found = new Map<string, Type>()
  for (const part of partsOf(type))
    if (part._tag === 'Dict')
      for (const [key, value] of Object.entries(part.entries)) if (!found.has(key)) found.set(key, value)
  return found
}
