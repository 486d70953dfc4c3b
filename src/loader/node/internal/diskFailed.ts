import { type LoadError, loadError } from '../../LoadError.ts'

/** The error of a file operation, with the code of the system error if there is one. */
export const diskFailed = (path: string, error: unknown): LoadError => {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code
  const detail = typeof code === 'string' ? code : error instanceof Error ? error.message : ''
  return loadError({ _tag: 'DiskFailed', path, detail: detail.slice(0, 200) })
}
