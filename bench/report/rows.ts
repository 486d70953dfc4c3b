import Table from 'cli-table3'
import type { Row } from '../measure/Row.ts'
import { formatBytes, formatRatio, formatSeconds, formatVerdict } from './format.ts'

const HEAD = ['case', 'ours', 'floor', 'official', '× floor', '× faster', 'requests', 'bytes', 'peak MB', 'targets']

const formatOptional = (value: number | undefined, format: (value: number) => string): string =>
  value === undefined ? '' : format(value)

const formatInteger = (value: number): string => String(Math.round(value))

/** Formats the value of ours, followed by that of the official client in brackets. */
const withPeer = (ours: number | undefined, peer: number | undefined, format: (value: number) => string): string =>
  [formatOptional(ours, format), peer === undefined ? '' : `(${format(peer)})`].filter((part) => part !== '').join(' ')

const formatSpread = (low: number, high: number): string => `${formatRatio(low)}–${formatRatio(high)}`

const toCells = (row: Row): ReadonlyArray<string> => {
  const formatAmount = row.unit === 'bytes' ? formatBytes : formatSeconds
  const { floor, peer } = row.spread
  return [
    row.name,
    formatOptional(row.ours, formatAmount),
    formatOptional(row.floor, formatAmount),
    formatOptional(row.peer, formatAmount),
    `${formatOptional(row.ratioToFloor, formatRatio)}${floor === undefined ? '' : `\n${formatSpread(floor.low, floor.high)}`}`,
    `${formatOptional(row.ratioToPeer, formatRatio)}${peer === undefined ? '' : `\n${formatSpread(peer.low, peer.high)}`}`,
    withPeer(row.requests || undefined, row.peerRequests, formatInteger),
    withPeer(row.bytes || undefined, row.peerBytes, formatBytes),
    withPeer(row.peakRssMb, row.peerRssMb, formatInteger),
    row.targets.map(formatVerdict).join('\n'),
  ]
}

const toNote = ({ name, note, server, floor }: Row): string => {
  const serverNote =
    server === undefined || floor === undefined
      ? ''
      : ` A client that discards these bytes reads them at ${Math.round(server.mbPerSecond)} MB/s, in ` +
        `${formatSeconds(server.seconds)}: ${Math.round(server.ofFloor * 100)} % of the floor.`
  return `${name}: ${note}${serverNote}`
}

/** Formats the rows as a table for a terminal, followed by the notes. */
export const toTable = (rows: ReadonlyArray<Row>, remarks: ReadonlyArray<string>): string => {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } })
  table.push(...rows.map((row) => [...toCells(row)]))
  const legend =
    'ours/floor: smaller is better. In brackets: the official client. Below a ratio: its lowest and highest.'
  return [table.toString(), legend, ...rows.map(toNote), ...remarks].join('\n')
}

/** Formats the rows as JSON, with null for what was not measured. */
export const toJson = (rows: ReadonlyArray<Row>): string =>
  JSON.stringify(rows, (_, value: unknown) => (value === undefined ? null : value), 2)
