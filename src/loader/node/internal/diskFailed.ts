import { type LoadError, loadError } from '../../LoadError.ts'

/** What the system said about a file, by its code where it has one. */
export const diskFailed = (path: string, error: unknown): LoadError => {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code
  const detail = typeof code === 'string' ? code : error instanceof Error ? error.message : ''
  return loadError({ _tag: 'DiskFailed', path, detail: detail.slice(0, 200) })
}
