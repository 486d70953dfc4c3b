/** The name of a value's type, as decode failures report it: never the value itself. */
export const typeName = (u: unknown): string => {
  if (u === null) return 'null'
  if (Array.isArray(u)) return 'array'
  if (u instanceof Date) return 'date'
  return typeof u
}
