import * as E from 'fp-ts/lib/Either.js'
import { type Prepared, prepare } from '../compile/check.ts'
import type { Expression } from '../syntax/Expression.ts'
import { childNodes } from '../syntax/nodes.ts'
import { parse } from '../syntax/parse.ts'
import type { Type } from '../types/Type.ts'
import { plainCells } from '../values/cells.ts'
import type { ScanResult } from './scan.ts'

/** The analysis at the mark inserted at the cursor. */
export interface Found {
  readonly prepared: Prepared
  readonly mark: Expression
  readonly parent: Expression | undefined
}

const find = (node: Expression, mark: string, parent?: Expression): Omit<Found, 'prepared'> | undefined => {
  if ((node._tag === 'Name' || node._tag === 'Chain') && node.name === mark) return { mark: node, parent }
  for (const child of childNodes(node)) {
    const found = find(child, mark, node)
    if (found) return found
  }
  return undefined
}

const prepared = (text: string, mark: string, types: Readonly<Record<string, Type>>): Found | undefined => {
  const parsed = parse(text)
  if (E.isLeft(parsed)) return undefined
  const found = find(parsed.right, mark)
  if (found === undefined) return undefined
  return { ...found, prepared: prepare(parsed.right, Object.keys(types), Object.values(types), plainCells()) }
}

const markFor = (text: string): string => {
  let mark = '_here'
  while (text.includes(mark)) mark += '_'
  return mark
}

/** Analyzes the text before the cursor with a mark appended and brackets closed, or else its last segment alone. */
export const analyze = (
  before: string,
  isAfterDot: boolean,
  { closers, segment }: ScanResult,
  types: Readonly<Record<string, Type>>,
): Found | undefined => {
  const mark = markFor(before)
  const added = isAfterDot ? `.${mark}` : mark
  return (
    prepared(`${before}${added}${closers}`, mark, types) ?? prepared(`${before.slice(segment)}${added}`, mark, types)
  )
}

/** The type of what stands before the cursor's dot. */
export const receiverType = ({ mark, prepared: { types } }: Found): Type | undefined =>
  mark._tag === 'Chain' ? types.get(mark.receiver) : undefined
