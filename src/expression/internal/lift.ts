import type { Cell } from '../library/LibraryOperation.ts'
import { listType, maybeType, noneType, type Type, unionType } from '../Type.ts'
import { type Cells, isBare } from './cells.ts'

/**
 * The one place where lists are gone through and `null` stays `null`: makes a function of one value a function of a value,
 * of `null`, or of a list of such, at any depth, places kept. Arguments are the same for all elements.
 */
export const lift = <A>(cells: Cells, call: (value: unknown, args: A) => Cell): ((cell: Cell, args: A) => Cell) => {
  const lifted = (cell: Cell, args: A): Cell => {
    if (cell === null || cell === undefined) return null
    if (isBare(cell) && !Array.isArray(cell)) return call(cell, args)
    const value = cells.valueOf(cell)
    if (value === null || value === undefined) return cells.keep(null, cell)
    if (!Array.isArray(value)) return cells.keep(call(value, args), cell)
    cells.spend(value.length)
    return cells.keep(
      value.map((item) => lifted(item, args)),
      cell,
    )
  }
  return lifted
}

/** The type that a lifted function gives. */
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
