import { dictType, maybeType, stringType, type Type } from '../Type.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a record that belongs to a project says of it, without a request. */
export const projectType: Type = dictType({ name: stringType, entity: stringType })

/** As `projectType`, of records that may not tell. */
export const hiddenProjectType: Type = maybeType(dictType({ name: stringType, entity: maybeType(stringType) }))

/** The project of a record, by the name that the record gives; `null` where it gives none. */
export const projectOf = (record: unknown, name: unknown): Fields | null =>
  typeof name === 'string' ? { name, entity: (record as Fields)['entity'] ?? null } : null
