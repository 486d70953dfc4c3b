import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'

/** A type that has such fields. */
export type YoungerType = 'Artifact' | 'FileConnection' | 'Run'

/**
 * Fields that servers of 2023 do not know, by the type that has them. They are asked for where a server knows them, and
 * what they would have told is absent where it does not.
 */
export const younger: Readonly<Record<YoungerType, ReadonlyArray<string>>> = {
  Artifact: ['tags', 'ttlDurationSeconds', 'ttlIsInherited'],
  FileConnection: ['totalCount'],
  Run: ['parquetHistory'],
}

const isUnknownField = (error: LoadError, type: YoungerType): boolean =>
  error._tag === 'GraphqlRefused' &&
  error.errors.some(({ message }) => younger[type].some((name) => message.includes(`"${name}" on type "${type}"`)))

/** What a server does not know stays unknown for as long as the client lives. */
const unknown = new WeakMap<Client, Set<YoungerType>>()

/**
 * Loads with the younger fields of a type, and without them where the server does not know them.
 *
 * @param load - The load, told whether to ask for them.
 */
export const withYounger = async <A>(
  client: Client,
  type: YoungerType,
  load: (isKnown: boolean) => Promise<E.Either<LoadError, A>>,
): Promise<E.Either<LoadError, A>> => {
  const without = unknown.get(client) ?? new Set()
  if (without.has(type)) return load(false)
  const loaded = await load(true)
  if (E.isRight(loaded) || !isUnknownField(loaded.left, type)) return loaded
  unknown.set(client, new Set([...without, type]))
  return load(false)
}
