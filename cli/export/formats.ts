import { extname } from 'node:path'
import { usageError } from '../output/ExitError.ts'

/** The formats of exported files. */
export const formats = ['csv', 'jsonl', 'parquet', 'arrow'] as const

export type Format = (typeof formats)[number]

const byExtension: ReadonlyMap<string, Format> = new Map([
  ['.csv', 'csv'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.parquet', 'parquet'],
  ['.arrow', 'arrow'],
  ['.feather', 'arrow'],
])

export const isBinary = (format: Format): boolean => format === 'parquet' || format === 'arrow'

const isFormat = (text: string): text is Format => (formats as ReadonlyArray<string>).includes(text)

/** Returns the format of `--format`, or of the file's extension; CSV for stdout. */
export const formatOf = (format: string | undefined, output: string | undefined): Format => {
  if (format !== undefined) {
    if (isFormat(format)) return format
    throw usageError(`Unknown format "${format}": --format must be one of ${formats.join(', ')}.`)
  }
  if (output === undefined || output === '-') return 'csv'
  const found = byExtension.get(extname(output).toLowerCase())
  if (found !== undefined) return found
  throw usageError(
    `Cannot tell the format of "${output}" from its extension: add --format with one of ${formats.join(', ')}.`,
  )
}
