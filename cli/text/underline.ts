import { escapeControl } from '../../src/types/wire/escapeControl.ts'

/** How many characters of a long line are shown on each side of the underlined part. */
const CONTEXT = 60

/** Returns the line that contains the position, with the range underlined on the next line. */
export const underline = (text: string, start: number, end: number): string => {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', start)
  const to = next === -1 ? text.length : next
  const left = Math.max(from, start - CONTEXT)
  const right = Math.min(to, Math.max(end, start + 1) + CONTEXT)
  const line = `${left > from ? '…' : ''}${escapeControl(text.slice(left, right))}${right < to ? '…' : ''}`
  const before = (left > from ? 1 : 0) + start - left
  return `  ${line}\n  ${' '.repeat(before)}${'^'.repeat(Math.max(1, Math.min(end, to) - start))}`
}
