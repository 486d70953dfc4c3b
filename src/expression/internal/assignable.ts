import type { Type } from '../Type.ts'

/** Whether a value of a type may have the wanted type; `any` may have every type. */
export const isAssignable = (type: Type, wanted: Type): boolean => {
  if (type._tag === 'Any' || type._tag === 'None' || wanted._tag === 'Any') return true
  if (type._tag === 'Maybe') return isAssignable(type.of, wanted)
  if (wanted._tag === 'Maybe') return isAssignable(type, wanted.of)
  if (type._tag === 'Union') return type.members.some((member) => isAssignable(member, wanted))
  if (wanted._tag === 'Union') return wanted.members.some((member) => isAssignable(type, member))
  if (type._tag === 'List' && wanted._tag === 'List') return isAssignable(type.of, wanted.of)
  if (type._tag === 'Record' && wanted._tag === 'Record') return type.receiver === wanted.receiver
  if (type._tag === 'Scalar' && wanted._tag === 'Scalar') return type.name === wanted.name
  if (type._tag === 'Opaque' || wanted._tag === 'Opaque') return true
  return type._tag === wanted._tag
}
