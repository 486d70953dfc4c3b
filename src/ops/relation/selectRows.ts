import type { Filter } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import { compareKeys, type Keep, type Rows } from './CellColumn.ts'
import { cellTest } from './cellTest.ts'
import { BLOCK, type RowSource } from './RowSource.ts'
import { type Scan, scanBlocks, selectAll } from './scanBlocks.ts'

/** Writes the rows of a block that are not among the `kept` first of `rows`, which are in order, too. */
const writeRest = (block: Rows, count: number, rows: Rows, kept: number, into: Rows): number => {
  let next = 0
  let rest = 0
  for (let at = 0; at < count; at += 1) {
    const row = block[at] as number
    const isKept = next < kept && rows[next] === row
    into[rest] = row
    next += isKept ? 1 : 0
    rest += isKept ? 0 : 1
  }
  return rest
}

const keepAll = (keeps: ReadonlyArray<Keep>): Keep => {
  return (rows, count) => {
    let kept = count
    for (const keep of keeps) if (kept > 0) kept = keep(rows, kept)
    return kept
  }
}

const keepNot = (keep: Keep, blockSize: number): Keep => {
  const block = new Uint32Array(blockSize)
  const left = new Uint32Array(blockSize)
  return (rows, count) => {
    block.set(rows.subarray(0, count))
    const rest = writeRest(block, count, rows, keep(rows, count), left)
    rows.set(left.subarray(0, rest))
    return rest
  }
}

/** Each filter is asked about the rows that those before it left. */
const keepAny = (keeps: ReadonlyArray<Keep>, blockSize: number): Keep => {
  const none = keepAll(keeps.map((keep) => keepNot(keep, blockSize)))
  return keepNot(none, blockSize)
}

/** Compiles a filter of rows, at most `blockSize` at a time. */
const keeperOf = (filter: Filter, source: RowSource, blockSize: number): Keep => {
  switch (filter._tag) {
    case 'And':
      return keepAll(filter.filters.map((part) => keeperOf(part, source, blockSize)))
    case 'Or':
      return keepAny(
        filter.filters.map((part) => keeperOf(part, source, blockSize)),
        blockSize,
      )
    case 'Not':
      return keepNot(keeperOf(filter.filter, source, blockSize), blockSize)
    default:
      return source.columnOf(filter.column).keeper(cellTest(filter))
  }
}

const scanFiltered = (source: RowSource, filter: Filter): Scan => {
  const fast = source.fastFilter?.(filter)
  if (fast !== undefined) return scanBlocks(source, fast)
  const keep = keeperOf(filter, source, Math.min(BLOCK, source.length))
  return scanBlocks(source, (from, count, rows) => keep(rows, selectAll(from, count, rows)))
}

/** All rows of a scan. */
export const rowsOf = (scan: Scan, length: number): Rows => {
  const all = new Uint32Array(length)
  let count = 0
  scan((rows, kept) => {
    all.set(rows.subarray(0, kept), count)
    count += kept
  })
  return all.slice(0, count)
}

/** What rows are sorted by. */
interface Term {
  readonly keys: Parameters<typeof compareKeys>[0]
  readonly direction: 'asc' | 'desc'
}

/** The places of rows in their order, by the keys of each; ties keep theirs. */
export const sortedPlaces = (length: number, terms: ReadonlyArray<Term>): Uint32Array => {
  const compares = terms.map(({ keys, direction }) => compareKeys(keys, direction))
  const [only, ...others] = compares
  const places = Uint32Array.from({ length }, (_, place) => place)
  if (only === undefined) return places
  if (others.length === 0) return places.sort(only)
  return places.sort((one, other) => {
    for (const compare of compares) {
      const result = compare(one, other)
      if (result !== 0) return result
    }
    return 0
  })
}

const sortedRows = (scan: Scan, source: RowSource, order: Order): Rows => {
  const rows = rowsOf(scan, source.length)
  const terms = order.map(({ column, direction }) => ({ keys: source.columnOf(column).sortKeys(rows), direction }))
  return sortedPlaces(rows.length, terms).map((place) => rows[place] as number)
}

const scanSorted = (scan: Scan, source: RowSource, order: Order): Scan => {
  let sorted: Rows | undefined
  return (visit) => {
    sorted ??= sortedRows(scan, source, order)
    for (let from = 0; from < sorted.length; from += BLOCK) {
      const block = sorted.subarray(from, from + BLOCK)
      visit(block, block.length)
    }
  }
}

/** Compiles the rows of a source that match a filter, in an order. */
export const scanRows = (source: RowSource, filter?: Filter | undefined, order: Order = []): Scan => {
  const scan = filter === undefined ? scanBlocks(source) : scanFiltered(source, filter)
  return order.length === 0 ? scan : scanSorted(scan, source, order)
}
