import type { Given } from '../arguments/Command.ts'
import { wholeNumber } from '../arguments/wholeNumber.ts'
import type { Streams } from '../output/Streams.ts'

/** How wide a table may be: as `--width` says, as the terminal is, and without bounds where there is none. */
export const roomOf = (given: Given, { stdout }: Streams): number =>
  wholeNumber(given, 'width', 10) ?? (stdout.isTTY ? stdout.columns : undefined) ?? Number.POSITIVE_INFINITY
