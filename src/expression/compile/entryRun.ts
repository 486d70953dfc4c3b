import { fastPropertyReader } from '../../ops/ownValue.ts'
import { type Cells, isUntagged } from '../values/cells.ts'
import type { Cell } from '../values/LibraryOperation.ts'
import { fastSubscript } from '../values/path.ts'
import type { Compiled, RecordRead } from './Compiled.ts'

const base = Object.prototype

const entryOf = (cells: Cells, { whole, one }: RecordRead, key: string): ((cell: Cell) => Cell) => {
  const picked = fastSubscript(cells, key)
  const find = fastPropertyReader(key)
  const entry = (cell: Cell): Cell => {
    if (typeof cell === 'object' && cell !== null && isUntagged(cell)) {
      if (Array.isArray(cell)) {
        // The same cost as reading the dicts and then their entries.
        cells.spendBudget(2 * cell.length)
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
 * Fast path for an entry of a dict field, such as `row.config["lr"]`: one step per record, without a list of the dicts.
 * `undefined` if the receiver is not a field read.
 */
export const fastEntryRun = (cells: Cells, { asks }: Compiled, key: string): Compiled['run'] | undefined => {
  if (asks === undefined) return undefined
  const entry = entryOf(cells, asks, key)
  const { receiver } = asks
  return (slots) => entry(receiver.run(slots))
}
