/** An object's own property of that name, whatever its prototype has; `undefined` where there is none. */
export const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined
