import { columnValue } from 'wandb-run-ops/ops'
import type { Column, Filter, Operand } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'

/** A second, slow and simple implementation of the query rules, for the laws to compare with. */

/** Serializes a value so that only equal values have equal text. */
export const spelled = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(spelled).join()}]`
  if (value instanceof Date) return `time ${value.getTime()}`
  if (typeof value !== 'object' || value === null) return `${typeof value} ${JSON.stringify(String(value))}`
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${spelled(inner)}`)
  return `{${entries.sort().join()}}`
}

const member = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return value.find((_, index) => String(index) === key)
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
}

/** The value of a run in a column that is not a history statistic. */
export const meantValue = (run: Run, column: Column): unknown => {
  switch (column._tag) {
    case 'Config':
      return column.path.reduce(member, run.config as unknown)
    case 'Summary':
      return column.path.reduce(member, run.summary as unknown)
    case 'SystemMetrics':
      return column.path.reduce(member, run.systemMetrics as unknown)
    case 'History':
      throw new Error('the plain reading knows no history')
    case 'StartOf':
      return columnValue(run, column as Column<unknown, Run>)
    case 'Field':
      if (column.name === 'name') return run.displayName ?? run.id
      if (column.name === 'user') return run.user.username || undefined
      if (column.name === 'runtime')
        return Math.max(0, (Number(run.heartbeatAt ?? run.createdAt) - Number(run.createdAt)) / 1000)
      return run[column.name]
  }
}

/** A value and, of a list, its elements. */
const faces = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? [value, ...value] : [value])

const isEqual = (value: unknown, operand: Operand): boolean => {
  if (value instanceof Date) return operand !== null && value.getTime() === Date.parse(String(operand))
  return faces(value).some((face) => spelled(face ?? null) === spelled(operand))
}

/** Negative, 0 or positive when a value is ordered before, at or after the operand; `NaN` when it has no order. */
const place = (value: unknown, operand: Operand): number => {
  if (value instanceof Date) return value.getTime() - Date.parse(String(operand))
  if (typeof value !== typeof operand || typeof value === 'object' || value === undefined) return Number.NaN
  if (Number.isNaN(value) || Number.isNaN(operand)) return Number.NaN
  const [one, other] = [value as number, operand as number]
  return one < other ? -1 : one === other ? 0 : 1
}

/** Whether a filter matches a run; the times in it must be in UTC, as `toISOString` writes them. */
export const isMeant = (run: Run, filter: Filter): boolean => {
  switch (filter._tag) {
    case 'And':
      return filter.filters.every((part) => isMeant(run, part))
    case 'Or':
      return filter.filters.some((part) => isMeant(run, part))
    case 'Not':
      return !isMeant(run, filter.filter)
    default:
  }
  const value = meantValue(run, filter.column)
  const texts = faces(value).filter((face) => typeof face === 'string')
  const isPlaced = (isRight: (where: number) => boolean, operand: Operand): boolean =>
    faces(value).some((face) => isRight(place(face, operand)))
  switch (filter._tag) {
    case 'Eq':
      return isEqual(value, filter.value)
    case 'In':
      return filter.values.some((operand) => isEqual(value, operand))
    case 'Gt':
      return isPlaced((where) => where > 0, filter.value)
    case 'Gte':
      return isPlaced((where) => where >= 0, filter.value)
    case 'Lt':
      return isPlaced((where) => where < 0, filter.value)
    case 'Lte':
      return isPlaced((where) => where <= 0, filter.value)
    case 'Exists':
      return value !== undefined
    case 'Contains':
      return texts.some((text) => text.indexOf(filter.text) !== -1)
    case 'Matches': {
      const { source, flags } = filter.pattern
      return texts.some((text) => text.search(new RegExp(source, `${flags}u`)) !== -1)
    }
  }
}

/** The rank of a value among those of all types; missing values have none. */
export const rank = (value: unknown): number | undefined => {
  if (value === undefined || value === null || Number.isNaN(value)) return undefined
  if (value instanceof Date) return 1
  return { number: 0, string: 2, boolean: 3, object: 4 }[typeof value as 'number' | 'string' | 'boolean' | 'object']
}
