import { anyType, listType, maybeType, noneType, type Type, unionType } from '../Type.ts'
import { isPath, partsOf } from './pick.ts'

const valuesType = (type: Type & { readonly _tag: 'Dict' }): Type => {
  const values = Object.values(type.entries)
  return type.others === undefined && values.length === 0
    ? noneType
    : unionType([...values, ...(type.others ? [type.others] : [])])
}

/** The type at a literal path: it maps over lists, and `*` over all values. */
const follow = (type: Type, parts: ReadonlyArray<string>): Type => {
  const [part, ...rest] = parts
  if (part === undefined) return type
  switch (type._tag) {
    case 'Maybe':
      return maybeType(follow(type.of, parts))
    case 'Union':
      return unionType(type.members.map((member) => follow(member, parts)))
    case 'List':
      return listType(follow(type.of, part === '*' ? rest : parts))
    case 'Dict':
      if (part === '*') return listType(follow(valuesType(type), rest))
      if (Object.hasOwn(type.entries, part)) return follow(type.entries[part] ?? anyType, rest)
      return type.others === undefined ? noneType : maybeType(follow(type.others, rest))
    case 'Any':
    case 'Record':
    case 'Opaque':
      return anyType
    default:
      return noneType
  }
}

/** The type of a dict's value at a literal key. */
export const keyType = (type: Type & { readonly _tag: 'Dict' }, key: string): Type => {
  if (Object.hasOwn(type.entries, key)) return type.entries[key] ?? anyType
  // A dict with other entries may have the exact key, and then its dots are not a path.
  if (isPath(key) && type.others === undefined) return follow(type, partsOf(key))
  if (isPath(key)) return anyType
  return type.others === undefined ? noneType : maybeType(type.others)
}
