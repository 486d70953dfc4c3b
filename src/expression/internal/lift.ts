import type { Cell } from '../library/LibraryOperation.ts'
import { listType, maybeType, noneType, type Type, unionType } from '../Type.ts'
import { type Cells, isBare } from './cells.ts'

/**
 * Extends a function of one value to `null`, which stays `null`, and to nested lists, element by element. The arguments are
 * the same for all elements.
 */
export const lift = <A>(cells: Cells, call: (value: unknown, args: A) => Cell): ((cell: Cell, args: A) => Cell) => {
  const lifted = (cell: Cell, args: A): Cell => {
    if (cell === null || cell === undefined) return null
    if (isBare(cell) && !Array.isArray(cell)) return call(cell, args)
    const value = cells.valueOf(cell)
    if (value === null || value === undefined) return cells.keep(null, cell)
    if (!Array.isArray(value)) return cells.keep(call(value, args), cell)
    cells.spendBudget(value.length)
    return cells.keep(
      value.map((item) => lifted(item, args)),
      cell,
    )
  }
  return lifted
}

/** The result type of a function extended in this way. */
export const liftType = (type: Type, of: (type: Type) => Type): Type => {
  switch (type._tag) {
    case 'List':
      return listType(liftType(type.of, of))
    case 'Maybe':
      return maybeType(liftType(type.of, of))
    case 'None':
      return noneType
    case 'Union':
      return unionType(type.members.map((member) => liftType(member, of)))
    default:
      return of(type)
  }
}
