/** Percent-encodes a name as one URL path segment. A lone surrogate, which no URL can hold, becomes U+FFFD. */
export const pathSegment = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'))
