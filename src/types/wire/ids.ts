import * as t from 'io-ts'

/**
 * Brand of run ids.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunIdBrand {
  readonly RunId: unique symbol
}

/**
 * The short id of a run, as in its URL: `name` in the API. Unique within a project.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunId = t.Branded<string, RunIdBrand>

/**
 * Decodes any non-empty string.
 *
 * @category Codec
 * @since 0.1.0
 */
export const RunId: t.Type<RunId, string, unknown> = t.brand(t.string, (s): s is RunId => s.length > 0, 'RunId')

/**
 * Brand of storage ids.
 *
 * @category Model
 * @since 0.1.0
 */
export interface StorageIdBrand {
  readonly StorageId: unique symbol
}

/**
 * The server's id of a node, opaque and unique on that server: `id` in the API.
 *
 * @category Model
 * @since 0.1.0
 */
export type StorageId = t.Branded<string, StorageIdBrand>

/**
 * Decodes any non-empty string.
 *
 * @category Codec
 * @since 0.1.0
 */
export const StorageId: t.Type<StorageId, string, unknown> = t.brand(
  t.string,
  (s): s is StorageId => s.length > 0,
  'StorageId',
)
