import { type LoadError, loadError } from '../../client/LoadError.ts'

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const urlSegments = (url: string): ReadonlyArray<string> => {
  try {
    return new URL(url).pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map(decoded)
  } catch {
    return []
  }
}

/** A path in parts. */
interface PathSegments {
  readonly isUrl: boolean
  /** The segments without spaces around them; a single empty one for an empty path, none for a malformed URL. */
  readonly segments: ReadonlyArray<string>
}

/** Splits a path, or the path of a URL, whose segments are percent-decoded. Slashes and spaces around it are ignored. */
export const readSegments = (path: string): PathSegments => {
  const text = path.trim()
  const isUrl = /^https?:\/\//i.test(text)
  const segments = isUrl ? urlSegments(text) : text.replace(/^[\s/]+|[\s/]+$/g, '').split('/')
  return { isUrl, segments: segments.map((segment) => segment.trim()) }
}

/** Omits the user and password of a URL, which may be an API key. */
const shown = (path: string): string => {
  const text = path.replace(/^(\s*[a-z]+:\/\/)[^/?#]*@/i, '$1')
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/**
 * The error for an invalid path: `Invalid path "a/b/c": expected entity/project.`
 *
 * @param expected - The formats that are valid.
 * @param detail - What is wrong, if that is more than the format.
 */
export const invalidPath = (path: unknown, expected: string, detail?: string): LoadError =>
  loadError({
    _tag: 'InvalidPath',
    path: shown(String(path)),
    reason: `${detail === undefined ? '' : `${detail}; `}expected ${expected}`,
  })
