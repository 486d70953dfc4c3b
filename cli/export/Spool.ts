import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { openFile } from '../output/openFile.ts'
import { temporaryFailed, temporaryFolder } from '../output/temporary.ts'
import type { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { type Cell, type Cells, type CellType, cellType, toCells } from './Cell.ts'

/** Rows in a temporary file, with all columns known. */
export interface Spooled {
  readonly columns: ReadonlyArray<{ readonly name: string; readonly type: CellType }>
  readonly length: number
  readonly rows: () => AsyncGenerator<Cells>
  readonly folder: string
}

type Stored = boolean | number | string | { readonly n: string } | { readonly t: number } | { readonly j: string }

const toStored = (cell: Exclude<Cell, undefined>): Stored => {
  if (typeof cell === 'number')
    return Number.isFinite(cell) && !Object.is(cell, -0) ? cell : { n: Object.is(cell, -0) ? '-0' : `${cell}` }
  if (typeof cell !== 'object') return cell
  return cell instanceof Date ? { t: cell.getTime() } : { j: cell.json }
}

const fromStored = (stored: Stored): Exclude<Cell, undefined> => {
  if (typeof stored !== 'object') return stored
  if ('n' in stored) return Number(stored.n)
  return 't' in stored ? new Date(stored.t) : { json: stored.j }
}

/** Yields the lines of a file. Unlike `readline`, it splits at line feeds only. */
async function* readLines(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const widen = (known: CellType | undefined, type: CellType): CellType =>
  known === undefined || known === type ? type : 'json'

/**
 * Writes rows to a temporary file to find all columns and their types, which a file in a columnar format, or a CSV
 * header, states before the rows. A column without any value has its declared type, or else that of a metric.
 */
export const spool = async (
  rows: AsyncIterable<Row>,
  seen: Columns,
  declared: ReadonlyMap<string, CellType>,
): Promise<Spooled> => {
  const folder = temporaryFolder()
  const path = join(folder, 'rows')
  const file = await openFile(path, { mode: 0o600, failed: temporaryFailed })
  const types = new Map<string, CellType>()
  let length = 0
  for await (const row of rows) {
    const line: Array<unknown> = []
    seen.addRow(row)
    for (const [name, cell] of toCells(row)) {
      types.set(name, widen(types.get(name), cellType(cell)))
      line.push(seen.indexOf(name), toStored(cell))
    }
    await file.write(`${JSON.stringify(line)}\n`)
    length += 1
  }
  await file.close()
  const names = seen.names()
  const byIndex = [...names].sort((one, other) => seen.indexOf(one) - seen.indexOf(other))
  return {
    columns: names.map((name) => ({ name, type: types.get(name) ?? declared.get(name) ?? 'number' })),
    length,
    folder,
    async *rows() {
      for await (const line of readLines(path)) {
        const stored = JSON.parse(line) as Array<unknown>
        const cells = new Map<string, Exclude<Cell, undefined>>()
        for (let at = 0; at < stored.length; at += 2)
          cells.set(byIndex[stored[at] as number] as string, fromStored(stored[at + 1] as Stored))
        yield cells
      }
    },
  }
}
