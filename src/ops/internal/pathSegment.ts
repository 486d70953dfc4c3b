/** A name as one segment of a path. Half a surrogate pair, which no URL can hold, becomes U+FFFD. */
export const pathSegment = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'))
