import Table from 'cli-table3'
import type { Row } from '../measure/Row.ts'
import { bytesText, ratioText, secondsText } from './quantity.ts'
import { verdictText } from './verdictText.ts'

const HEAD = ['case', 'ours', 'floor', 'official', '× floor', '× faster', 'requests', 'bytes', 'peak MB', 'targets']

const or = (value: number | undefined, text: (value: number) => string): string =>
  value === undefined ? '' : text(value)

const whole = (value: number): string => String(Math.round(value))

/** Ours, and the official client's behind it where there is one. */
const both = (one: number | undefined, other: number | undefined, text: (value: number) => string): string =>
  [or(one, text), other === undefined ? '' : `(${text(other)})`].filter((part) => part !== '').join(' ')

const spread = (low: number, high: number): string => `${ratioText(low)}–${ratioText(high)}`

const lineOf = (row: Row): ReadonlyArray<string> => {
  const amount = row.unit === 'bytes' ? bytesText : secondsText
  const { floor, peer } = row.spread
  return [
    row.name,
    or(row.ours, amount),
    or(row.floor, amount),
    or(row.peer, amount),
    `${or(row.ratioToFloor, ratioText)}${floor === undefined ? '' : `\n${spread(floor.low, floor.high)}`}`,
    `${or(row.ratioToPeer, ratioText)}${peer === undefined ? '' : `\n${spread(peer.low, peer.high)}`}`,
    both(row.requests || undefined, row.peerRequests, whole),
    both(row.bytes || undefined, row.peerBytes, bytesText),
    both(row.peakRssMb, row.peerRssMb, whole),
    row.targets.map(verdictText).join('\n'),
  ]
}

const noteOf = ({ name, note, server, floor }: Row): string => {
  const bare =
    server === undefined || floor === undefined
      ? ''
      : ` The server sends these bytes at ${Math.round(server.mbPerSecond)} MB/s to a client that throws them away: ` +
        `${secondsText(server.seconds)}, ${Math.round(server.ofFloor * 100)} % of the floor.`
  return `${name}: ${note}${bare}`
}

const style = { head: [], border: [] }

/** The rows as a table for a terminal, and what is to be said of each. */
export const tableOf = (rows: ReadonlyArray<Row>, remarks: ReadonlyArray<string>): string => {
  const table = new Table({ head: HEAD, style })
  table.push(...rows.map((row) => [...lineOf(row)]))
  const words =
    'ours/floor: smaller is better. In brackets: the official client. Below a ratio: its lowest and highest.'
  return [table.toString(), words, ...rows.map(noteOf), ...remarks].join('\n')
}
