/** Percent-encodes a name as one URL path segment. A lone surrogate, which no URL can hold, becomes U+FFFD. */
export const encodePathSegment = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'))

/**
 * Returns names as a path, each percent-encoded; `undefined` if one was not loaded, which the types rule out.
 */
export const encodePath = (names: ReadonlyArray<string>): string =>
  names.every((name) => typeof name === 'string') ? names.map(encodePathSegment).join('/') : (undefined as never)

/** Returns a URL; `undefined` if its origin or one of the names in its path was not loaded, which the types rule out. */
export const urlOf = (appUrl: string, names: ReadonlyArray<string>, query = ''): string => {
  const path = encodePath(names)
  return appUrl === undefined || path === undefined ? (undefined as never) : `${appUrl}/${path}${query}`
}
