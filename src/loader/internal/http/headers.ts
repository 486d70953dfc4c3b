import { type LoadError, loadError } from '../../LoadError.ts'

type Headers = Readonly<Record<string, string>>

const refuse = (reason: string): LoadError => loadError({ _tag: 'InvalidClient', option: 'headers', reason })

const isName = (name: string): boolean => /^[!#$%&'*+.^_`|~\w-]+$/.test(name)

/** What HTTP can carry: a visible Latin-1 text, without a line break that would start another header. */
const isValue = (value: unknown): boolean => typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)

/** What is wrong with headers, without their values, which may be secrets. */
export const checkHeaders = (headers: unknown): LoadError | undefined => {
  if (headers === undefined) return undefined
  if (typeof headers !== 'object' || headers === null) return refuse('must be an object of names and values')
  for (const [name, value] of Object.entries(headers)) {
    if (!isName(name)) return refuse('hold a name that HTTP does not allow')
    if (!isValue(value)) return refuse(`hold a value for ${name.slice(0, 40)} that HTTP cannot carry`)
  }
  return undefined
}

/** All headers; the same name, in whatever case, means the last. */
export const mergeHeaders = (...all: ReadonlyArray<Headers | undefined>): Headers =>
  Object.fromEntries(
    all.flatMap((headers) => Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
  )
