/** The shared empty object. */
export const nothing: Readonly<Record<string, never>> = Object.freeze({})
