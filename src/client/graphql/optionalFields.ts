import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'

/** A type with optional fields. */
type TypeWithOptionalFields = 'Artifact' | 'FileConnection' | 'Run'

/**
 * Fields that servers of 2023 do not support, by type. Records from such a server lack them.
 */
export const optionalFields: Readonly<Record<TypeWithOptionalFields, ReadonlyArray<string>>> = {
  Artifact: ['tags', 'ttlDurationSeconds', 'ttlIsInherited'],
  FileConnection: ['totalCount'],
  Run: ['parquetHistory'],
}

const isUnknownField = (error: LoadError, type: TypeWithOptionalFields): boolean =>
  error._tag === 'GraphqlRefused' &&
  error.errors.some(({ message }) =>
    optionalFields[type].some((name) => message.includes(`"${name}" on type "${type}"`)),
  )

/** Remembered for the lifetime of the client. */
const unsupported = new WeakMap<Client, Set<TypeWithOptionalFields>>()

/**
 * Loads with the optional fields of a type, or without them if the server does not support them.
 *
 * @param load - The load; its argument says whether to select these fields.
 */
export const withOptionalFields = async <A>(
  client: Client,
  type: TypeWithOptionalFields,
  load: (isSupported: boolean) => Promise<E.Either<LoadError, A>>,
): Promise<E.Either<LoadError, A>> => {
  const without = unsupported.get(client) ?? new Set()
  if (without.has(type)) return load(false)
  const loaded = await load(true)
  if (E.isRight(loaded) || !isUnknownField(loaded.left, type)) return loaded
  unsupported.set(client, new Set([...without, type]))
  return load(false)
}
