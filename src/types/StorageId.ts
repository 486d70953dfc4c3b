import * as t from 'io-ts'

/**
 * Tells a storage id from other strings.
 *
 * @category Model
 * @since 0.1.0
 */
export interface StorageIdBrand {
  readonly StorageId: unique symbol
}

/**
 * The server's own id of a node, opaque and unique on that server: `id` on the wire.
 *
 * @category Model
 * @since 0.1.0
 */
export type StorageId = t.Branded<string, StorageIdBrand>

/**
 * Any string but the empty one.
 *
 * @category Codec
 * @since 0.1.0
 */
export const StorageId: t.Type<StorageId, string, unknown> = t.brand(
  t.string,
  (s): s is StorageId => s.length > 0,
  'StorageId',
)
