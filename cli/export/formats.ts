import { extname } from 'node:path'
import { misuse } from '../Stop.ts'

/** The formats of files. */
export const formats = ['csv', 'jsonl', 'parquet', 'arrow'] as const

export type Format = (typeof formats)[number]

const byEnding: ReadonlyMap<string, Format> = new Map([
  ['.csv', 'csv'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.parquet', 'parquet'],
  ['.arrow', 'arrow'],
  ['.feather', 'arrow'],
])

export const isBinary = (format: Format): boolean => format === 'parquet' || format === 'arrow'

const isFormat = (text: string): text is Format => (formats as ReadonlyArray<string>).includes(text)

/** The format that is asked for, or that the file's name says; CSV where neither does. */
export const formatOf = (format: string | undefined, output: string | undefined): Format => {
  if (format !== undefined) {
    if (isFormat(format)) return format
    throw misuse(`There is no format "${format}": --format takes ${formats.join(', ')}.`)
  }
  if (output === undefined || output === '-') return 'csv'
  const found = byEnding.get(extname(output).toLowerCase())
  if (found !== undefined) return found
  throw misuse(`The name "${output}" does not say which format: add --format ${formats.join(', ')}.`)
}
