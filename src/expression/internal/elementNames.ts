import type { Type } from '../Type.ts'
import { namesOf } from './dispatch.ts'

/** The names after a dot for values of a type and their elements. */
export const elementNames = (type: Type): ReadonlyArray<string> => {
  switch (type._tag) {
    case 'Maybe':
      return elementNames(type.of)
    case 'List':
      return [...namesOf('any'), ...namesOf('list'), ...elementNames(type.of)]
    case 'Record':
      return [...namesOf('any'), ...namesOf(type.receiver)]
    case 'Scalar':
      return [...namesOf('any'), ...namesOf(type.name)]
    case 'Dict':
      return [...namesOf('any'), ...namesOf('dict'), ...Object.keys(type.entries)]
    default:
      return namesOf('any')
  }
}
