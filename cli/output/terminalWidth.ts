import type { Streams } from './Streams.ts'

/** The width of a terminal that does not say how wide it is, such as one without a window. */
const FALLBACK = 80

/** Returns the output width: `COLUMNS`, or else the terminal's; `undefined` if stdout is not a terminal. */
export const terminalWidth = ({ stdout, env }: Streams): number | undefined => {
  const given = env['COLUMNS'] ?? ''
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given)
  if (!stdout.isTTY) return undefined
  return stdout.columns > 0 ? stdout.columns : FALLBACK
}
