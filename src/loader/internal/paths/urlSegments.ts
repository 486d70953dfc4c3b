const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** The segments of a URL's path; in a URL, and only there, they are percent-encoded. */
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
