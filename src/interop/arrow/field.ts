import { type Data, type DataType, Field } from 'apache-arrow'
import * as E from 'fp-ts/lib/Either.js'
import { type Column, isColumn } from '../../query/Column.ts'
import { parseJson } from '../../types/wire/json.ts'

const NAME = 'wandb-run-ops.name'
const SOURCE = 'wandb-run-ops.source'
const TYPE = 'wandb-run-ops.type'
const EXTENSION = 'ARROW:extension:name'

/** A column of an Arrow table. */
export interface ArrowColumn {
  readonly field: Field
  readonly data: Data
}

/** Arrow's canonical extension type for JSON, which readers may decode. */
export const jsonExtension: ReadonlyMap<string, string> = new Map([
  [EXTENSION, 'arrow.json'],
  ['ARROW:extension:metadata', ''],
])

/** The metadata of JSON that other readers take for plain text. */
export const jsonMark: ReadonlyMap<string, string> = new Map([[TYPE, 'json']])

export const isJson = ({ metadata }: Field): boolean =>
  metadata.get(EXTENSION) === 'arrow.json' || metadata.get(TYPE) === 'json'

/** The metadata of a field with what its column reads of a run. */
export const sourceMetadata = (source: Column | undefined): ReadonlyArray<readonly [string, string]> =>
  source === undefined ? [] : [[SOURCE, JSON.stringify(source)]]

export const fieldSource = ({ metadata }: Field): Column | undefined => {
  const read = parseJson(metadata.get(SOURCE) ?? '')
  return E.isRight(read) && isColumn(read.right) ? read.right : undefined
}

export const fieldName = ({ name, metadata }: Field): string => metadata.get(NAME) ?? name

/**
 * A nullable column. Arrow's writer drops an empty name, and its reader returns `null` for it, so the metadata records it.
 */
export const nullableColumn = (
  name: string,
  data: Data<DataType>,
  metadata: Iterable<readonly [string, string]> = [],
): ArrowColumn => ({
  field: new Field(name, data.type, true, new Map([...metadata, ...(name === '' ? [[NAME, name] as const] : [])])),
  data,
})
