const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** The percent-decoded segments of a URL's path; `undefined` for an invalid URL. */
export const urlSegments = (text: string): ReadonlyArray<string> | undefined => {
  try {
    return new URL(text).pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decoded)
  } catch {
    return undefined
  }
}
