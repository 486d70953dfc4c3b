import type { LibraryOperation } from '../values/LibraryOperation.ts'
import { anyOperations, booleanOperations, equalityOperations } from './any.ts'
import { booleansOperations } from './booleans.ts'
import { dateOperations } from './date.ts'
import { dictOperations } from './dict.ts'
import { joinOperations } from './join.ts'
import { joinAllOperations } from './joinAll.ts'
import { listOperations } from './list.ts'
import { listPartOperations } from './listParts.ts'
import { nestedOperations } from './nested.ts'
import { numberOperations } from './number.ts'
import { numberOperators } from './numberOperators.ts'
import { numbersOperations } from './numbers.ts'
import { sortOperations } from './sort.ts'
import { stringOperations } from './string.ts'
import { tableOperations } from './table.ts'

/**
 * The operations of expressions on values that are not records: numbers, strings, lists, …
 *
 * @category Expression
 * @since 0.1.0
 */
export const library: ReadonlyArray<LibraryOperation> = [
  ...listOperations,
  ...listPartOperations,
  ...nestedOperations,
  ...sortOperations,
  ...joinOperations,
  ...joinAllOperations,
  ...dictOperations,
  ...tableOperations,
  ...numbersOperations,
  ...booleansOperations,
  ...anyOperations,
  ...booleanOperations,
  ...dateOperations,
  ...equalityOperations,
  ...numberOperations,
  ...numberOperators,
  ...stringOperations,
]
