import { getOwn, type UnknownRecord } from '../../types/wire/own.ts'

/**
 * A reference to a project: its path, its URL, or its record.
 *
 * @category Paths
 * @since 0.2.0
 */
export type ProjectReference = string | { readonly entity: string; readonly name: string }

/**
 * A reference to a user or a team: its name, or its record.
 *
 * @category Paths
 * @since 0.2.0
 */
export type EntityReference = string | { readonly name: string }

const hasText = (record: UnknownRecord, ...names: ReadonlyArray<string>): boolean =>
  names.every((name) => typeof getOwn(record, name) === 'string')

/** A run or a sweep, which its project and its id identify. */
export const byProjectAndId = (record: UnknownRecord): UnknownRecord | undefined =>
  hasText(record, 'entity', 'project', 'id') ? record : undefined

/** A record that its id identifies. */
export const byId = (record: UnknownRecord): UnknownRecord | undefined => (hasText(record, 'id') ? record : undefined)

/** An artifact. */
export const byProjectAndName = (record: UnknownRecord): UnknownRecord | undefined =>
  hasText(record, 'entity', 'project', 'name') ? record : undefined

/** A project. */
export const byEntityAndName = (record: UnknownRecord): string | undefined =>
  hasText(record, 'entity', 'name') ? `${record['entity']}/${record['name']}` : undefined

/** An entity, a team or an artifact type, which its name identifies. */
export const byName = (record: UnknownRecord): string | undefined =>
  hasText(record, 'name') ? String(record['name']) : undefined
