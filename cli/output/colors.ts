import { styleText } from 'node:util'
import type { Streams } from './Streams.ts'

/** The names of colors as Node.js has them. */
type Color = 'blue' | 'dim' | 'green' | 'red' | 'yellow'

const stateColors: ReadonlyMap<string, Color> = new Map([
  ['crashed', 'red'],
  ['failed', 'red'],
  ['finished', 'green'],
  ['killed', 'yellow'],
  ['pending', 'dim'],
  ['preempted', 'yellow'],
  ['preempting', 'yellow'],
  ['running', 'blue'],
])

/** Whether stdout takes colors: `NO_COLOR` forbids them, `FORCE_COLOR` asks for them, and otherwise a terminal has them. */
export const hasColors = ({ stdout, env }: Streams): boolean => {
  const forced = env['FORCE_COLOR']
  if ((env['NO_COLOR'] ?? '') !== '') return false
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return stdout.isTTY === true && env['TERM'] !== 'dumb'
}

/** Colors the state of a run; other texts stay as they are. */
export const paintState = (text: string): string => {
  const state = text.trim()
  const color = stateColors.get(state)
  // Whether there are colors has been decided.
  return color === undefined ? text : text.replace(state, styleText(color, state, { validateStream: false }))
}
