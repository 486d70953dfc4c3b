import { ExitError } from './ExitError.ts'

interface SystemError extends Error {
  readonly code: string
  readonly path?: string
}

/** Whether the operating system refused something, such as a write to a full disk. */
const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'

const advice: Readonly<Record<string, string>> = {
  EACCES: 'check the permissions of the folder and the file.',
  EISDIR: 'it is a folder, so write the name of a file.',
  ENAMETOOLONG: 'choose a shorter name.',
  ENOENT: 'create the folder first.',
  ENOTDIR: 'a part of the path is a file and not a folder.',
  EPERM: 'check the permissions of the folder and the file.',
  EROFS: 'the disk is read-only, so choose another folder.',
}

const FULL: ReadonlySet<string> = new Set(['EDQUOT', 'EFBIG', 'ENOSPC'])

/** Returns the error for a file that could not be written; errors that are not of the disk stay as they are. */
export const cannotWrite = (path: string, error: unknown): unknown => {
  if (!isSystemError(error)) return error
  const what = advice[error.code] ?? (FULL.has(error.code) ? 'free some space on the disk.' : 'check the disk.')
  return new ExitError(`Cannot write "${path}" (${error.code}): ${what}`)
}

/** Returns the error for a temporary file that could not be written. */
export const cannotBuffer = (folder: string, error: unknown): unknown =>
  isSystemError(error)
    ? new ExitError(
        `Cannot write temporary files to "${folder}" (${error.code}): ${FULL.has(error.code) ? 'free some space there, or' : 'check the folder, or'} set TMPDIR to another folder.`,
      )
    : error
