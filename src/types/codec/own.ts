/** An object's own property, ignoring its prototype; `undefined` if there is none. */
export const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined
