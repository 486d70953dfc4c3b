/** The type of a column's values. */
export type Kind = 'date' | 'number' | 'other' | 'text'

export interface Column {
  readonly name: string
  readonly kind: Kind
  readonly values: ReadonlyArray<unknown>
}

/** A value in rows and columns. */
export interface Frame {
  readonly columns: ReadonlyArray<Column>
  readonly length: number
  /** The noun for a row: `run`, `row`, … */
  readonly noun: string
  /** The column that identifies the inner list. */
  readonly series: string | undefined
  /** The number of inner lists, including empty ones, if the value is a list of lists. */
  readonly lists?: number
}

type Dict = Readonly<Record<string, unknown>>

const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const isRun = (value: unknown): value is Dict =>
  isDict(value) && Object.hasOwn(value, 'storageId') && Object.hasOwn(value, 'heartbeatAt')

const kindOfValue = (value: unknown): Kind | undefined => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string' || typeof value === 'boolean') return 'text'
  return value instanceof Date ? 'date' : 'other'
}

const column = (name: string, values: ReadonlyArray<unknown>): Column => {
  const kinds = new Set(values.map(kindOfValue).filter((kind) => kind !== undefined))
  const [only] = kinds
  return { name, values, kind: kinds.size === 1 && only !== undefined ? only : 'other' }
}

const own = (dict: unknown, key: string): unknown => (isDict(dict) && Object.hasOwn(dict, key) ? dict[key] : null)

const keysOf = (dicts: ReadonlyArray<unknown>): ReadonlyArray<string> => [
  ...new Set(dicts.flatMap((dict) => (isDict(dict) ? Object.keys(dict) : []))),
]

const ofDicts = (rows: ReadonlyArray<unknown>, noun = 'row'): Frame => ({
  columns: keysOf(rows).map((key) =>
    column(
      key,
      rows.map((row) => own(row, key)),
    ),
  ),
  length: rows.length,
  noun,
  series: undefined,
})

/** Builds a frame of runs: name, state and creation time, then summary and config. */
const ofRuns = (runs: ReadonlyArray<unknown>): Frame => {
  const at = (name: string, field: string): Column =>
    column(
      name,
      runs.map((run) => own(run, field)),
    )
  const names = runs.map((run) => own(run, 'displayName') ?? own(run, 'id'))
  const inside = (field: string): ReadonlyArray<Column> => {
    const dicts = runs.map((run) => own(run, field))
    return keysOf(dicts)
      .filter((key) => !key.startsWith('_'))
      .map((key) =>
        column(
          `${field}.${key}`,
          dicts.map((dict) => own(dict, key)),
        ),
      )
  }
  const columns = [column('name', names), at('state', 'state'), at('created', 'createdAt')]
  return {
    columns: [...columns, ...inside('summary'), ...inside('config')],
    length: runs.length,
    noun: 'run',
    series: undefined,
  }
}

const ofScalars = (values: ReadonlyArray<unknown>): Frame => ({
  columns: [
    column(
      'index',
      values.map((_, index) => index),
    ),
    column('value', values),
  ],
  length: values.length,
  noun: 'value',
  series: undefined,
})

const ofLists = (lists: ReadonlyArray<unknown>): Frame => {
  const parts = lists.map((list) => (Array.isArray(list) ? (list as ReadonlyArray<unknown>) : []))
  const inner = ofList(parts.flat(1))
  const indexes = parts.flatMap((list) => list.map((_, index) => index))
  const list = parts.flatMap((part, index) => part.map(() => `list ${index}`))
  const rest = inner.columns.filter(({ name }) => name !== 'index' || inner.noun !== 'value')
  const index = inner.noun === 'value' ? [column('index', indexes)] : []
  return {
    ...inner,
    columns: [{ name: 'list', kind: 'text', values: list }, ...index, ...rest],
    series: 'list',
    lists: parts.length,
  }
}

const ofList = (values: ReadonlyArray<unknown>): Frame => {
  const some = values.filter((value) => value !== null && value !== undefined)
  if (some.length > 0 && some.every(Array.isArray)) return ofLists(values)
  if (some.length > 0 && some.every(isRun)) return ofRuns(values)
  if (some.length > 0 && some.every(isDict)) return ofDicts(values)
  return ofScalars(values)
}

/** Converts a list or a dict to a frame; `undefined` for a single value. */
export const frameOf = (value: unknown): Frame | undefined => {
  if (Array.isArray(value)) return ofList(value)
  if (!isDict(value)) return undefined
  const entries = Object.entries(value)
  return {
    columns: [
      column(
        'key',
        entries.map(([key]) => key),
      ),
      column(
        'value',
        entries.map(([, part]) => part),
      ),
    ],
    length: entries.length,
    noun: 'key',
    series: undefined,
  }
}
