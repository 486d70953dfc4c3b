import type { InvalidQuery } from '../../../types/index.ts'

/** Makes the error for an invalid option. */
export const invalid = (field: string, reason: string): InvalidQuery => ({ _tag: 'InvalidQuery', field, reason })

/** Whether a value is a non-empty string that is safe in SQL, which ends at NUL. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('\0')

/** Returns the error for an invalid name; `undefined` if it is valid. */
export const checkName = (field: string, name: unknown): InvalidQuery | undefined =>
  isText(name) ? undefined : invalid(field, 'must be a non-empty string')
