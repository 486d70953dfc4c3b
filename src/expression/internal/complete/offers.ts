import type { Operation } from '../../../ops/Operation.ts'
import { operations } from '../../../ops/registry.ts'
import type { LibraryOperation } from '../../library/LibraryOperation.ts'
import { library } from '../../library/library.ts'
import { rootOperations } from '../../library/roots.ts'
import { readType } from '../../readType.ts'
import type { Suggestion } from '../../Suggestion.ts'
import { showType } from '../../showType.ts'
import { anyType, functionType, type Type } from '../../Type.ts'
import { bind } from '../bind.ts'
import { plainCells } from '../cells.ts'
import { libraryOperation, namesOf } from '../dispatch.ts'
import { tagNames } from '../tags.ts'

/** A suggestion without a position. */
export interface Offer extends Omit<Suggestion, 'end' | 'start'> {
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
      return namesOf('list').filter((name) => isScalar(type.of) || libraryOperation('list', name)?.ofScalars !== true)
    case 'Dict':
      return namesOf('dict')
    case 'Scalar':
      return namesOf(type.name)
    case 'Record':
      return namesOf(type.receiver)
    default:
      return []
  }
}

const span = { start: 0, end: 0 }

const operationOffer = (type: Type, name: string): ReadonlyArray<Offer> => {
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
export const operationOffers = (type: Type): ReadonlyArray<Offer> => {
  const names = new Set([...namesOf('any'), ...partsOf(type).flatMap(operationNames)])
  const tags = tagNames
    .filter(({ chain }) => !names.has(chain))
    .map(
      ({ chain, description }): Offer => ({
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
export const rootOffers = (): ReadonlyArray<Offer> =>
  rootOperations.map(({ chain, description, returns, visibility }) => ({
    label: chain,
    insert: `${chain}(`,
    kind: 'operation',
    type: returns.type,
    description,
    isHidden: visibility === 'hidden',
  }))

/** The keys of a dict, or of the dicts in a list, with their types. */
export const keysOf = (type: Type): ReadonlyMap<string, Type> => {
  const found = new Map<string, Type>()
  for (const part of partsOf(type))
    if (part._tag === 'Dict')
      for (const [key, value] of Object.entries(part.entries)) if (!found.has(key)) found.set(key, value)
  return found
}
