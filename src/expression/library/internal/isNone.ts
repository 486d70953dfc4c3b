/** Whether a value is missing. */
export const isNone = (value: unknown): boolean => value === null || value === undefined
