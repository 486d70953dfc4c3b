import { type LoadError, loadError } from '../../LoadError.ts'

type Headers = Readonly<Record<string, string>>

const invalid = (reason: string): LoadError => loadError({ _tag: 'InvalidClient', option: 'headers', reason })

const isName = (name: string): boolean => /^[!#$%&'*+.^_`|~\w-]+$/.test(name)

/** HTTP allows visible Latin-1 characters, and no line break, which would start another header. */
const isValue = (value: unknown): boolean => typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)

/** Returns an error for invalid headers, without their values, which may be secrets. */
export const checkHeaders = (headers: unknown): LoadError | undefined => {
  if (headers === undefined) return undefined
  if (typeof headers !== 'object' || headers === null) return invalid('must be an object of names and values')
  for (const [name, value] of Object.entries(headers)) {
    if (!isName(name)) return invalid('must have valid HTTP header names')
    if (!isValue(value)) return invalid(`must have a valid HTTP header value for ${name.slice(0, 40)}`)
  }
  return undefined
}

/** Merges headers; names are case-insensitive, and the last value wins. */
export const mergeHeaders = (...all: ReadonlyArray<Headers | undefined>): Headers =>
  Object.fromEntries(
    all.flatMap((headers) => Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
  )
