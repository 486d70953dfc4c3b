import type { Operand } from '../../../types/query/Operand.ts'
import { isSame } from '../../isSame.ts'

/** Whether a value, or an element of a list, equals the operand; a missing value is `null`. */
export const isEqual = (value: unknown, operand: Operand): boolean =>
  isSame(value ?? null, operand) || (Array.isArray(value) && value.some((item) => isSame(item ?? null, operand)))
