import type { DecodeFailure } from '../../src/types/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { exitCode } from './exitCode.ts'
import type { Streams } from './Streams.ts'

const MAX_FAILURES = 10

/** What is missing from a result. */
export interface Problems {
  readonly failures: ReadonlyArray<DecodeFailure>
  /** How many entries of the list were null. */
  readonly skipped: number
  readonly complete: boolean
  /** What could not be read; a run by default. */
  readonly noun?: string
}

const failureText = ({ runId, path, expected, actual }: DecodeFailure, noun: string): string =>
  escapeControl(
    `${runId === undefined ? `${/^[aeiou]/.test(noun) ? 'An' : 'A'} ${noun}` : `Run ${runId}`} could not be read${path.length === 0 ? '' : ` at ${path.join('/')}`}: expected ${expected}, got ${actual}.`,
  )

/** Writes the problems of a result to stderr and returns the exit code. */
export const reportProblems = (
  { stderr }: Streams,
  { failures, skipped, complete, noun = 'run' }: Problems,
): number => {
  for (const failure of failures.slice(0, MAX_FAILURES)) stderr.write(`${failureText(failure, noun)}\n`)
  if (failures.length > MAX_FAILURES) stderr.write(`${failures.length - MAX_FAILURES} more could not be read.\n`)
  if (skipped > 0) stderr.write(`The server returned ${skipped} empty ${skipped === 1 ? 'entry' : 'entries'}.\n`)
  if (!complete && failures.length === 0 && skipped === 0)
    stderr.write('The result is incomplete: the list changed while it was read. Run the command again.\n')
  return failures.length > 0 || skipped > 0 || !complete ? exitCode.incomplete : exitCode.ok
}
