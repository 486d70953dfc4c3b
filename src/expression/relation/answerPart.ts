import { cellAt } from '../../history/table/cellAt.ts'
import { relationOver } from '../../ops/relation/evaluateRelation.ts'
import { rowsOf, scanRows } from '../../ops/relation/selectRows.ts'
import type { RunTable } from '../../query/RunTable.ts'
import { setOwn } from '../../types/wire/own.ts'
import type { Slots } from '../compile/Compiled.ts'
import { prepare } from '../compile/check.ts'
import type { GroupKey } from '../plan/groupBody.ts'
import type { PartAnswer, RelationalPart } from '../plan/RelationalPart.ts'
import type { Expression } from '../syntax/Expression.ts'
import { numberType, type Type } from '../types/Type.ts'
import type { Cells } from '../values/cells.ts'
import type { Cell } from '../values/LibraryOperation.ts'
import { chargePart } from './chargePart.ts'
import { NotRelational, runCheck } from './runCheck.ts'
import { isColumnValue, watchedRuns } from './watchedRuns.ts'

/** What an evaluation knows. */
export interface PartScope {
  readonly cells: Cells
  readonly names: ReadonlyArray<string>
  readonly types: ReadonlyArray<Type>
  readonly values: Slots
  /** The lists that are taken for lists of runs, but have not been checked. */
  readonly unchecked: Set<unknown>
  /** The types of the nodes of the expression. */
  readonly typeOf: (node: Expression) => Type | undefined
}

/** The values of a column of the answer. A missing value is `null`. */
const valuesOf = ({ columns, length }: RunTable, name: string): ReadonlyArray<unknown> => {
  const column = columns[name]
  if (column === undefined) throw new NotRelational()
  const values: Array<unknown> = []
  for (let row = 0; row < length; row += 1) {
    const value = cellAt(column, row)
    if (!isColumnValue(value)) throw new NotRelational()
    values.push(value)
  }
  return values
}

const withoutMissing = (values: ReadonlyArray<unknown>): ReadonlyArray<unknown> => values.map((value) => value ?? null)

/** The values of a column of keys: groups of `null` and of missing values are one in an expression. */
const keyValues = (table: RunTable, name: string): ReadonlyArray<unknown> => {
  const values = valuesOf(table, name)
  if (values.includes(null) && values.includes(undefined)) throw new NotRelational()
  return withoutMissing(values)
}

/** The keys of groups, as the function of the groups makes them. */
const keysOf = (table: RunTable, { shape }: GroupKey, cells: Cells): ReadonlyArray<unknown> => {
  const { length } = table
  if (typeof shape === 'string') return keyValues(table, shape)
  if (!(shape instanceof Map)) {
    const parts = (shape as ReadonlyArray<string>).map((name) => keyValues(table, name))
    return Array.from({ length }, (_, row) => {
      cells.createList(parts.length)
      return parts.map((values) => values[row])
    })
  }
  const parts = [...(shape as ReadonlyMap<string, string>)].map(([key, name]) => ({
    key,
    values: keyValues(table, name),
  }))
  return Array.from({ length }, (_, row) => {
    cells.createDict(parts.length)
    const dict = cells.makeDict()
    for (const { key, values } of parts) setOwn(dict, key, values[row])
    return dict
  })
}

const KEY = 'groupkey'

const isKeyNode = (node: Expression): boolean => node._tag === 'Chain' && node.name === KEY

/** Evaluates an expression for each row of the answer. */
const eachRow = (
  table: RunTable,
  { key, body, names, index, cost }: PartAnswer & { readonly _tag: 'Each' },
  { cells, names: known, types, values, typeOf }: PartScope,
): ReadonlyArray<Cell> => {
  const keys = key && keysOf(table, key, cells)
  const columns = [...names].map(([name, node]) => {
    const type = typeOf(node)
    if (type === undefined) throw new NotRelational()
    return { name, type, values: isKeyNode(node) && keys !== undefined ? keys : withoutMissing(valuesOf(table, name)) }
  })
  const indexName = index === undefined ? [] : [index]
  const { compiled, failures } = prepare(
    body,
    [...known, ...indexName, ...columns.map(({ name }) => name)],
    [...types, ...indexName.map(() => numberType), ...columns.map(({ type }) => type)],
    cells,
  )
  if (failures.length > 0) throw new NotRelational()
  // Every value that was read of a group has its key as a tag.
  const groups = keys?.map((value) => cells.tag(null, KEY, value))
  // The values of parameters are behind those of the names.
  const named = values.slice(0, known.length)
  cells.createList(table.length)
  return Array.from({ length: table.length }, (_, row) => {
    cells.spendBudget(cost)
    const group = groups?.[row] ?? null
    const cellsOfRow = columns.map(({ values: all }) => cells.keep(all[row], group))
    return compiled.run([...named, ...indexName.map(() => row), ...cellsOfRow]) ?? null
  })
}

const cellOf = (table: RunTable, answer: Exclude<PartAnswer, { readonly _tag: 'Runs' }>, scope: PartScope): Cell => {
  switch (answer._tag) {
    case 'One':
      return valuesOf(table, answer.name)[0] ?? null
    case 'Count':
      return keysOf(table, answer.key, scope.cells).length
    case 'Keys':
      // A list without groups has no tag.
      return table.length === 0 ? null : keysOf(table, answer.key, scope.cells)
    case 'Unique':
      return keysOf(table, answer.key, scope.cells)
    case 'Values':
      return withoutMissing(valuesOf(table, answer.name))
    case 'Each':
      return eachRow(table, answer, scope)
  }
}

/**
 * Answers a part of an expression by columns. `undefined` if the runs hold something that columns treat differently, or if
 * anything fails: then the evaluator does it all, and its failure is the one to report.
 */
export const answerPart = (part: RelationalPart, scope: PartScope): Cell | undefined => {
  const runs = scope.values[scope.names.indexOf(part.source)]
  if (!Array.isArray(runs)) return undefined
  const { relation, answer, columns, everywhere } = part
  try {
    if (!chargePart(part, runs.length, scope.cells)) return undefined
    const fields = columns.flatMap(({ needs }) => needs)
    const check = runCheck(runs, fields, !scope.unchecked.has(runs))
    const { source, readRest } = watchedRuns(runs, columns, everywhere, check)
    const table = answer._tag === 'Runs' ? undefined : relationOver(relation)(source)
    const rows =
      table === undefined ? rowsOf(scanRows(source, relation.filter, relation.order), source.length) : undefined
    readRest()
    check.rest()
    scope.unchecked.delete(runs)
    if (answer._tag !== 'Runs' && table !== undefined) return cellOf(table, answer, scope)
    return Array.from(rows?.subarray(0, relation.limit) ?? [], (row): unknown => runs[row])
  } catch {
    return undefined
  }
}
