import type { Retry } from '../../src/loader/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Streams } from './Streams.ts'

/** Clears the line of a progress bar, which is drawn again later. */
const CLEAR = '\r\u001b[K'

const seconds = (milliseconds: number): string => `${Math.max(1, Math.round(milliseconds / 1000))} s`

/** What happened, without the advice after the last colon: there is nothing to do yet. */
const whatHappened = ({ reason }: Retry): string => reason.message.replace(/: [^:]*\.$/, '.')

const retryText = (retry: Retry): string =>
  retry.attempt === 0
    ? `The server asks to wait: continuing in ${seconds(retry.waitMs)}.`
    : `${whatHappened(retry)} Retrying in ${seconds(retry.waitMs)} (${retry.attempt} of ${retry.of}).`

/**
 * Returns a listener that writes a line to stderr for each retry, so that a wait is not silent. Requests that fail at the
 * same time share the line, and a retry without a wait has none.
 */
export const reportRetries = ({ stderr }: Streams, now: () => number = Date.now): ((retry: Retry) => void) => {
  let shown = ''
  let until = 0
  return (retry) => {
    const text = retryText(retry)
    if (retry.waitMs <= 0 || (text === shown && now() < until)) return
    shown = text
    until = now() + retry.waitMs
    stderr.write(`${stderr.isTTY ? CLEAR : ''}${escapeControl(text)}\n`)
  }
}
