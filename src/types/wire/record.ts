import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { getOwn, isObject } from './own.ts'

/** Where a record's field is in a node, and its codec. */
interface Field<A> {
  /** Its key; for one inside of other objects all keys, joined by dots. */
  readonly wire: string
  readonly path: ReadonlyArray<string>
  readonly codec: t.Type<A, unknown>
}

/** Fields of any types. */
export type AnyFields = Readonly<Record<string, Omit<Field<never>, 'codec'> & { readonly codec: t.Mixed }>>

/** The fields of a record by name, in the record's order. */
export type Fields<R> = { readonly [K in keyof R]-?: Field<R[K]> }

/** @internal */
export const field = <A>(wire: string, codec: t.Type<A, unknown>): Field<A> => ({
  wire,
  path: wire.split('.'),
  codec,
})

/** What reads fields of a node. */
export interface NodeReader {
  readonly reads: AnyFields
}

/** The fields that a codec reads of a node; none for a scalar. */
export const fieldsOf = (codec: t.Mixed | NodeReader): AnyFields => (codec as Partial<NodeReader>).reads ?? {}

/** Notes in a codec which fields of a node it reads. */
export const withFields = <A>(codec: t.Type<A, unknown>, reads: AnyFields): t.Type<A, unknown> =>
  Object.assign(codec, { reads } satisfies NodeReader)

/**
 * Decodes a field. The path is built only for a value that fails, because building it for every value would dominate
 * the time.
 *
 * @internal
 */
export const validateField = <A>(
  codec: t.Type<A, unknown>,
  wire: unknown,
  context: t.Context,
  key: string,
): t.Validation<A> => {
  const decoded = codec.validate(wire, context)
  if (E.isRight(decoded)) return decoded
  const located = t.appendContext(context, key, codec, wire)
  const refused = codec.validate(wire, located)
  return E.isLeft(refused) ? refused : t.failure(wire, located)
}

/**
 * Decodes the fields of a node into `target`, and returns the errors. Paths in errors use the record's field names.
 *
 * @internal
 */
export const readFields = (
  fields: AnyFields,
  node: Readonly<Record<string, unknown>>,
  context: t.Context,
  target: Record<string, unknown>,
): t.Errors => {
  for (const key in fields) {
    const entry = fields[key]
    if (entry === undefined) continue
    let wire: unknown = node
    for (const name of entry.path) wire = isObject(wire) ? getOwn(wire, name) : undefined
    const decoded = validateField<unknown>(entry.codec, wire, context, key)
    if (E.isLeft(decoded)) return decoded.left
    target[key] = decoded.right
  }
  return []
}

/** @internal */
export const hasFields = (fields: AnyFields, u: unknown): boolean =>
  isObject(u) && Object.keys(fields).every((key) => Object.hasOwn(u, key) && fields[key]?.codec.is(u[key]))

/** @internal */
export const writeFields = (fields: AnyFields, record: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const node: Record<string, unknown> = {}
  for (const [key, { path, codec }] of Object.entries(fields)) {
    let target = node
    for (const name of path.slice(0, -1)) {
      target[name] ??= {}
      target = target[name] as Record<string, unknown>
    }
    target[path.at(-1) ?? ''] = codec.encode(record[key])
  }
  return node
}

/**
 * Codec of a record: decodes a node into a frozen object with exactly these fields, and encodes it again.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const record = <R extends object>(name: string, fields: Fields<R>): t.Type<R, unknown> =>
  withFields(
    new t.Type<R, unknown>(
      name,
      (u): u is R => hasFields(fields as AnyFields, u),
      (u, context) => {
        if (!isObject(u)) return t.failure(u, context)
        const target: Record<string, unknown> = {}
        const errors = readFields(fields as AnyFields, u, context, target)
        return errors.length > 0 ? t.failures(errors) : t.success(Object.freeze(target) as R)
      },
      (r) => writeFields(fields as AnyFields, r as Readonly<Record<string, unknown>>),
    ),
    fields as AnyFields,
  )

const absent = t.success(undefined)

/**
 * Decodes `null` and an absent value to `undefined`.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const nullable = <A>(codec: t.Type<A, unknown>): t.Type<A | undefined, unknown> =>
  withFields(
    new t.Type<A | undefined, unknown>(
      `${codec.name} | null`,
      (u): u is A | undefined => u === undefined || codec.is(u),
      (u, context) => (u === null || u === undefined ? absent : codec.validate(u, context)),
      (a) => (a === undefined ? null : codec.encode(a)),
    ),
    fieldsOf(codec),
  )

/** A string in an object that has it alone, such as the name of a node. */
export const textIn = (key: string): t.Type<string, unknown> =>
  withFields(
    new t.Type(
      `{ ${key} }`,
      t.string.is,
      (u, context) => {
        const text = isObject(u) ? getOwn(u, key) : undefined
        return t.string.is(text) ? t.success(text) : t.failure(u, context)
      },
      (text) => ({ [key]: text }),
    ),
    { [key]: field(key, t.string) },
  )

/** The web app's base URL, which loaders add to a node; W&B's own by default. */
export const AppUrl: t.Type<string, unknown> = new t.Type(
  'string | null',
  t.string.is,
  (u, context) => E.map((s: string | undefined) => s ?? 'https://wandb.ai')(nullable(t.string).validate(u, context)),
  t.identity,
)
