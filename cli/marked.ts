import { visible } from './visible.ts'

/** How much of a long line is shown around its mark. */
const AROUND = 60

/** The line of a text in which a place stands, and under it the place, marked. */
export const marked = (text: string, start: number, end: number): string => {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', start)
  const to = next === -1 ? text.length : next
  const left = Math.max(from, start - AROUND)
  const right = Math.min(to, Math.max(end, start + 1) + AROUND)
  const line = `${left > from ? '…' : ''}${visible(text.slice(left, right))}${right < to ? '…' : ''}`
  const before = (left > from ? 1 : 0) + start - left
  return `  ${line}\n  ${' '.repeat(before)}${'^'.repeat(Math.max(1, Math.min(end, to) - start))}`
}
