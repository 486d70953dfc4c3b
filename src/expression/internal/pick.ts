import { own } from '../../types/codec/own.ts'
import type { Cell, Evaluation } from '../library/LibraryOperation.ts'

type Dict = Readonly<Record<string, unknown>>

export const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Whether a key may be read as a path. */
export const isPath = (key: string): boolean => /[.*\\]/.test(key)

/** Splits a key at its dots; `\\.` is a literal dot. */
export const partsOf = (key: string): ReadonlyArray<string> =>
  key.split(/(?<!\\)\./).map((part) => part.replaceAll('\\.', '.'))

const follow = (cell: Cell, parts: ReadonlyArray<string>, evaluation: Evaluation): Cell => {
  const [part, ...rest] = parts
  if (part === undefined) return cell ?? null
  const value = evaluation.valueOf(cell)
  const isAll = part === '*'
  const all = Array.isArray(value) ? value : isAll && isDict(value) ? Object.values(value) : undefined
  if (all !== undefined) {
    evaluation.spendBudget(all.length)
    const next = isAll ? rest : parts
    const found = all.map((item) => follow(item, next, evaluation))
    return evaluation.keep(found, cell)
  }
  return evaluation.keep(isDict(value) ? follow(own(value, part), rest, evaluation) : null, cell)
}

/** Returns the value of a dict at a key, looked up exactly, or else as a path; `null` if there is none. */
export const pick = (value: unknown, key: string, evaluation: Evaluation): Cell => {
  if (!isDict(value)) return null
  if (Object.hasOwn(value, key)) return value[key] ?? null
  return isPath(key) ? follow(value, partsOf(key), evaluation) : null
}
