import { fastPropertyReader } from '../../ops/ownValue.ts'
import { isDict } from '../../types/wire/own.ts'
import type { Subscript } from '../syntax/Expression.ts'
import type { Type } from '../types/Type.ts'
import { receiverOf } from '../types/typeOf.ts'
import { type Cells, isUntagged } from '../values/cells.ts'
import type { Cell } from '../values/LibraryOperation.ts'
import { fastSubscript, subscriptCell, subscriptType } from '../values/path.ts'
import { type Compiled, type Context, poison, type RecordRead, reportFailure } from './Compiled.ts'

const base = Object.prototype

const entryOf = (cells: Cells, { whole, one }: RecordRead, key: string): ((cell: Cell) => Cell) => {
  const picked = fastSubscript(cells, key)
  const find = fastPropertyReader(key)
  const entry = (cell: Cell): Cell => {
    if (typeof cell === 'object' && cell !== null && isUntagged(cell)) {
      if (Array.isArray(cell)) {
        // The same cost as reading the dicts and then their entries.
        cells.spendBudget(2 * cell.length)
        cells.createList(cell.length)
        return cell.map(entry)
      }
      let dict: unknown
      try {
        dict = one(cell)
      } catch {}
      if (typeof dict === 'object' && dict !== null && Object.getPrototypeOf(dict) === base) {
        const found = find(dict)
        if (found !== undefined) return found
      }
    }
    return picked(whole(cell))
  }
  return entry
}

/**
 * Reads an entry of a dict field, such as `row.config["lr"]`, in one step for each record: a list of products of two
 * entries of 100,000 runs takes 20 % less time. `undefined` if the receiver is not a field read.
 */
export const fastEntryRun = (cells: Cells, { asks }: Compiled, key: string): Compiled['run'] | undefined => {
  if (asks === undefined) return undefined
  const entry = entryOf(cells, asks, key)
  const { receiver } = asks
  return (slots) => entry(receiver.run(slots))
}

/** Whether values of a type may be records, themselves or in lists. */
const holdsRecords = (type: Type): boolean => {
  switch (type._tag) {
    case 'Record':
      return true
    case 'List':
    case 'Maybe':
      return holdsRecords(type.of)
    case 'Union':
      return type.members.some(holdsRecords)
    default:
      return false
  }
}

/** Replaces records with null: beside dicts they have no keys, since their fields are reachable through operations only. */
const withoutRecords = (cells: Cells, cell: Cell): Cell => {
  const value = cells.valueOf(cell)
  if (!Array.isArray(value)) return isDict(value) && receiverOf(value) !== undefined ? cells.keep(null, cell) : cell
  cells.spendBudget(value.length)
  cells.createList(value.length)
  return cells.keep(
    value.map((item) => withoutRecords(cells, item)),
    cell,
  )
}

/** Compiles a subscript: an element of a list, or an entry of a dict. */
export const compileSubscript = (context: Context, node: Subscript, receiver: Compiled, key: Compiled): Compiled => {
  const { cells } = context
  const constantKey = node.key._tag === 'Literal' ? node.key.value : undefined
  const type = subscriptType(receiver.type, key.type, constantKey)
  if (typeof type === 'string') {
    reportFailure(context, node.key, type)
    return poison
  }
  if (holdsRecords(receiver.type))
    return {
      type,
      run: (slots) => {
        const cell = receiver.run(slots)
        const at = cells.plain(key.run(slots))
        return subscriptCell(cells, typeof at === 'string' ? withoutRecords(cells, cell) : cell, at)
      },
    }
  if (typeof constantKey === 'string') {
    const picked = fastSubscript(cells, constantKey)
    return { type, run: fastEntryRun(cells, receiver, constantKey) ?? ((slots) => picked(receiver.run(slots))) }
  }
  return { type, run: (slots) => subscriptCell(cells, receiver.run(slots), cells.plain(key.run(slots))) }
}
