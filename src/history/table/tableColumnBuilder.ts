import type { TableColumn } from '../../types/table/TableColumn.ts'
import type { Validity } from '../../types/table/Validity.ts'
import { freezeParsed, frozenCopy } from '../../types/wire/freeze.ts'
import { booleanCells, type Cells, textCells } from './Cells.ts'
import { cellAt } from './cellAt.ts'
import { jsonCells } from './jsonCells.ts'
import { type ItemsBuilder, listCells } from './listCells.ts'
import { buildNumbers, type NumberCells, noNumbers, numberCells, setNumber, timeCells } from './numberCells.ts'
import { bitsOfRows, otherBits, rowBits, setRows } from './rowBits.ts'

/** The options of {@link tableColumnBuilder}. */
export interface TableColumnOptions {
  /** The type of a column without any value; `number` by default. A list is one of strings. */
  readonly emptyType?: TableColumn['type'] | undefined
  /** How many rows to make room for; more may come. */
  readonly capacity?: number | undefined
  /**
   * Whether lists and dicts were just parsed and have no other owner: then they are frozen. By default they are copied,
   * unless they are frozen, as those of records are.
   */
  readonly isParsed?: boolean | undefined
}

/** A table column under construction. */
export interface TableColumnBuilder {
  /** The number of rows. */
  readonly length: number
  /** Adds a row: `undefined` is a missing value, and `null` an explicit one. */
  readonly push: (value: unknown) => void
  /** Adds rows without a value. */
  readonly pushMissing: (count: number) => void
  /** The column of the rows so far. */
  readonly build: () => TableColumn
}

interface Options {
  readonly emptyType: TableColumn['type']
  readonly capacity: number
  /** How deep lists may be nested without being JSON. */
  readonly depth: number
  /** Makes a JSON value immutable. */
  readonly freeze: (value: unknown) => unknown
}

const MAX_LIST_DEPTH = 3

/** Cells of the type that a value has; `undefined` if that type is JSON. Numbers have cells of their own. */
const cellsFor = (value: unknown, options: Options): Cells | undefined => {
  const { emptyType, capacity, depth } = options
  if (typeof value === 'string') return textCells(capacity)
  if (typeof value === 'boolean') return booleanCells()
  if (value instanceof Date) return timeCells(capacity)
  if (!Array.isArray(value) || depth === 0) return undefined
  const itemType = emptyType === 'list' ? 'text' : 'number'
  return listCells(capacity, new TypedColumn({ ...options, emptyType: itemType, capacity: 0, depth: depth - 1 }))
}

const examples = { boolean: true, list: [], text: '', time: new Date(0) } as const

const emptyColumn = (options: Options, length: number, validity: Validity): TableColumn => {
  const { emptyType } = options
  if (emptyType === 'number') return buildNumbers(noNumbers(), length, validity)
  if (emptyType === 'integer') return buildNumbers(numberCells(0), length, validity)
  const cells = emptyType === 'json' ? undefined : cellsFor(examples[emptyType], options)
  return (cells ?? jsonCells(options.freeze)).build(length, validity)
}

/** A class, because engines compile a method once, but the functions that each builder would have of its own again and again. */
class TypedColumn implements TableColumnBuilder, ItemsBuilder {
  length = 0
  private readonly options: Options
  private readonly missing = rowBits()
  private readonly nulls = rowBits()
  private numbers: NumberCells | undefined = undefined
  private cells: Cells | undefined = undefined

  constructor(options: Options) {
    this.options = options
  }

  push(value: unknown): void {
    if (typeof value !== 'number' || this.numbers === undefined) this.pushOther(value)
    else {
      setNumber(this.numbers, this.length, value)
      this.length += 1
    }
  }

  private pushOther(value: unknown): void {
    if (!this.tryPush(value)) this.pushJson(value)
  }

  tryPush(value: unknown): boolean {
    if (value === undefined || value === null) {
      if (value === null) setRows(this.nulls, this.length, 1)
      this.pushMissing(1)
      return true
    }
    return typeof value === 'number' && this.cells === undefined ? this.pushNumber(value) : this.tryPushCell(value)
  }

  private pushNumber(value: number): true {
    this.numbers ??= numberCells(Math.max(this.options.capacity, this.length))
    setNumber(this.numbers, this.length, value)
    this.length += 1
    return true
  }

  private tryPushCell(value: unknown): boolean {
    if (this.numbers !== undefined) return false
    this.cells ??= cellsFor(value, this.options)
    if (this.cells?.set(this.length, value) !== true) return false
    this.length += 1
    return true
  }

  /** Adds a value of any type to a column that is JSON from now on. */
  private pushJson(value: unknown): void {
    const json = jsonCells(this.options.freeze)
    if (this.numbers !== undefined || this.cells !== undefined) {
      const before = this.build()
      for (let row = 0; row < this.length; row += 1) json.set(row, cellAt(before, row))
    }
    this.numbers = undefined
    this.cells = json
    this.tryPushCell(value)
  }

  pushMissing(count: number): void {
    setRows(this.missing, this.length, count)
    this.length += count
  }

  build(): TableColumn {
    const { cells, length, missing, nulls, numbers, options } = this
    const validity = { valid: otherBits(missing, length), nulls: bitsOfRows(nulls, length) }
    if (numbers !== undefined) return buildNumbers(numbers, length, validity)
    return cells === undefined ? emptyColumn(options, length, validity) : cells.build(length, validity)
  }
}

/**
 * Makes a builder of a table column. Its type is that of the first value; integers become numbers when a number is no
 * safe integer or is -0, and a value of another type, or an object, makes the column one of JSON.
 */
export const tableColumnBuilder = ({
  emptyType = 'number',
  capacity = 0,
  isParsed = false,
}: TableColumnOptions = {}): TableColumnBuilder => {
  const freeze = (value: unknown): unknown => {
    if (value instanceof Date) return new Date(value)
    if (isParsed) return freezeParsed(value)
    return typeof value === 'object' && !Object.isFrozen(value) ? frozenCopy(value) : value
  }
  return new TypedColumn({ emptyType, capacity, depth: MAX_LIST_DEPTH, freeze })
}
