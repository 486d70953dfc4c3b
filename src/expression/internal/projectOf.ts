import { dictType, maybeType, stringType, type Type } from '../Type.ts'

type Fields = Readonly<Record<string, unknown>>

/** The type of a record's project, which is known without a request. */
export const projectType: Type = dictType({ name: stringType, entity: stringType })

/** The type of the project of records that may not have one. */
export const hiddenProjectType: Type = maybeType(dictType({ name: stringType, entity: maybeType(stringType) }))

/** Returns the project of a record; `null` if it has no name. */
export const projectOf = (record: unknown, name: unknown): Fields | null =>
  typeof name === 'string' ? { name, entity: (record as Fields)['entity'] ?? null } : null
