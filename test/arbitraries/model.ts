import fc from 'fast-check'

/** An arbitrary for each field of a record. */
export type Model<R> = { readonly [K in keyof R]-?: fc.Arbitrary<R[K]> }

/** A record that has the fields of that name and no others. */
export const pick = <R extends object>(
  model: Model<R>,
  fields: ReadonlyArray<string>,
): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record(Object.fromEntries(Object.entries<fc.Arbitrary<unknown>>(model).filter(([key]) => fields.includes(key))), {
    noNullPrototype: true,
  })
