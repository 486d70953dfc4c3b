import type { Writer } from './Writer.ts'

/** Whether JSON is present, and neither null nor NaN. */
export const jsonHasValue = (json: string, { engine }: Writer): string =>
  `coalesce(${engine.raw(json)} NOT IN ('null', '"NaN"'), FALSE)`
