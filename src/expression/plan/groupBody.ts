import type { Column } from '../../query/Column.ts'
import { setOwn } from '../../types/wire/own.ts'
import { costOf } from '../compile/cost.ts'
import type { Expression, Lambda } from '../syntax/Expression.ts'
import { mapChildren } from '../syntax/nodes.ts'
import { print } from '../syntax/print.ts'
import { isNameOf, type MemoryColumn, memoryColumnOf } from './memoryColumn.ts'
import { onlyParameter } from './selection.ts'

/** The key of groups. */
export interface GroupKey {
  /** The columns by name. */
  readonly groupBy: Readonly<Record<string, Column>>
  /** How the key is made of columns: one, a list, or a dict, by key. */
  readonly shape: string | ReadonlyArray<string> | ReadonlyMap<string, string>
  readonly columns: ReadonlyArray<MemoryColumn>
  /** How many elements the evaluator would process for each run. */
  readonly cost: number
}

/** The key that a function returns, if it is a column, or a list or dict of columns. */
export const groupKeyOf = (lambda: Lambda): GroupKey | undefined => {
  const row = onlyParameter(lambda)
  if (row === undefined) return undefined
  const { body } = lambda
  const groupBy: Record<string, Column> = {}
  const columns: Array<MemoryColumn> = []
  const nameOf = (part: Expression): string | undefined => {
    const read = memoryColumnOf(part, isNameOf(row))
    if (read === undefined) return undefined
    const name = print(part)
    setOwn(groupBy, name, read.column)
    columns.push(read)
    return name
  }
  const made = (shape: GroupKey['shape']): GroupKey => ({ groupBy, shape, columns, cost: costOf(body) })
  if (body._tag === 'List') {
    const names = body.items.flatMap((item) => nameOf(item) ?? [])
    return names.length === body.items.length && names.length > 0 ? made(names) : undefined
  }
  if (body._tag === 'Dict') {
    const names = body.entries.flatMap(({ key, value }): ReadonlyArray<[string, string]> => {
      const name = nameOf(value)
      return name === undefined ? [] : [[key, name]]
    })
    return names.length === body.entries.length && names.length > 0 ? made(new Map(names)) : undefined
  }
  const name = nameOf(body)
  return name === undefined ? undefined : made(name)
}

/** Replaces the parts that are columns by names, but for functions with a parameter of the name `row`. */
export const withColumns = (
  body: Expression,
  row: string | undefined,
  isColumn: (part: Expression) => boolean,
): { readonly body: Expression; readonly names: ReadonlyMap<string, Expression> } => {
  const names = new Map<string, Expression>()
  const replaced = (part: Expression): Expression => {
    if (part._tag === 'Lambda' && row !== undefined && part.parameters.includes(row)) return part
    if (!isColumn(part)) return mapChildren(part, replaced)
    const name = print(part)
    names.set(name, part)
    return { _tag: 'Name', name, start: part.start, end: part.end }
  }
  return { body: replaced(body), names }
}
