import type { Binary } from '../syntax/Expression.ts'
import { showType } from '../types/showType.ts'
import { binaryOperators, comparesNull, operatorType } from '../values/operators.ts'
import { sizeOf } from '../values/size.ts'
import { type Compiled, type Context, poison, reportFailure } from './Compiled.ts'

/** Whether a cell is a number, a string or a boolean without tags. */
const isScalar = (cell: unknown): boolean =>
  typeof cell === 'boolean' || typeof cell === 'number' || typeof cell === 'string'

/** Compiles a binary operator: maps over a list on either side, and pairs two lists of equal length. */
export const compileBinary = (context: Context, node: Binary, left: Compiled, right: Compiled): Compiled => {
  const { cells } = context
  const operate = binaryOperators[node.operator]
  const isEquality = comparesNull(node.operator)
  const type = operatorType(node.operator, left.type, right.type)
  if (type === undefined) {
    reportFailure(
      context,
      node,
      `${node.operator} cannot be applied to ${showType(left.type)} and ${showType(right.type)}.`,
    )
    return poison
  }
  const both = (one: unknown, other: unknown): unknown => {
    const a = cells.valueOf(one)
    const b = cells.valueOf(other)
    if (Array.isArray(a)) {
      cells.spendBudget(a.length)
      if (!Array.isArray(b))
        return cells.keep(
          a.map((item) => both(item, other)),
          one,
        )
      const isPaired = a.length === b.length
      return cells.keep(
        a.map((item, index) => (isPaired ? both(item, b[index]) : null)),
        one,
      )
    }
    if (Array.isArray(b) && !(isEquality && (a === null || a === undefined))) {
      cells.spendBudget(b.length)
      return b.map((item) => both(one, item))
    }
    if (!isEquality && (a === null || a === undefined)) return cells.keep(null, one)
    if (isEquality && typeof a === 'object' && typeof b === 'object')
      cells.spendBudget(Math.min(sizeOf(cells, a), sizeOf(cells, b)))
    return cells.keep(operate(isEquality ? cells.plain(a) : a, isEquality ? cells.plain(b) : b), one)
  }
  return {
    type,
    run: (slots) => {
      const one = left.run(slots)
      const other = right.run(slots)
      return isScalar(one) && isScalar(other) ? operate(one, other) : both(one, other)
    },
  }
}
