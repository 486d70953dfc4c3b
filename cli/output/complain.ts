import type { DecodeFailure } from '../../src/types/index.ts'
import { exit } from '../exit.ts'
import { visible } from '../visible.ts'
import type { Streams } from './Streams.ts'

const SHOWN = 10

/** What could not be read, in one line. */
export const failureText = ({ runId, path, expected, actual }: DecodeFailure): string =>
  visible(
    `${runId === undefined ? 'A run' : `Run ${runId}`} could not be read: ${path.join('/') || 'it'} should be ${expected} and is ${actual}.`,
  )

/** Tells on stderr what an answer lacks, and gives the exit code that says so. */
export const complain = (
  { stderr }: Streams,
  lacks: { readonly failures: ReadonlyArray<DecodeFailure>; readonly skipped: number; readonly complete: boolean },
): number => {
  const { failures, skipped, complete } = lacks
  for (const failure of failures.slice(0, SHOWN)) stderr.write(`${failureText(failure)}\n`)
  if (failures.length > SHOWN) stderr.write(`${failures.length - SHOWN} more could not be read.\n`)
  if (skipped > 0)
    stderr.write(`The server sent nothing in ${skipped} ${skipped === 1 ? 'place' : 'places'} of the list.\n`)
  if (!complete && failures.length === 0 && skipped === 0)
    stderr.write('Not everything came: the list changed while it was read. Ask again.\n')
  return failures.length > 0 || skipped > 0 || !complete ? exit.incomplete : exit.ok
}
