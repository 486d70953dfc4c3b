import { ownValueBy } from '../../ops/ownValue.ts'
import type { Cell } from '../library/LibraryOperation.ts'
import type { Asking, Compiled } from './Compiled.ts'
import { type Cells, isBare } from './cells.ts'
import { pickBy } from './subscript.ts'

const base = Object.prototype

const entryOf = (cells: Cells, { whole, one }: Asking, key: string): ((cell: Cell) => Cell) => {
  const picked = pickBy(cells, key)
  const find = ownValueBy(key)
  const entry = (cell: Cell): Cell => {
    if (typeof cell === 'object' && cell !== null && isBare(cell)) {
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
export const entryRun = (cells: Cells, { asks }: Compiled, key: string): Compiled['run'] | undefined => {
  if (asks === undefined) return undefined
  const entry = entryOf(cells, asks, key)
  const { receiver } = asks
  return (slots) => entry(receiver.run(slots))
}
