import type { InvalidQuery } from '../../../types/index.ts'

/** Why an option is refused. */
export const invalid = (field: string, reason: string): InvalidQuery => ({ _tag: 'InvalidQuery', field, reason })

/** A text that can stand in SQL, in which nothing comes after NUL. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('\0')

/** The refusal of a name that no table can have. */
export const checkName = (field: string, name: unknown): InvalidQuery | undefined =>
  isText(name) ? undefined : invalid(field, 'must be a name that is not empty')
