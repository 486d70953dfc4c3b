/** The object of no keys, of which one is enough. */
export const nothing: Readonly<Record<string, never>> = Object.freeze({})
