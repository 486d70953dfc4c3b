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

/** Returns the format of `--format`, or of the file's extension; CSV for stdout. */
export const formatOf = (format: string | undefined, output: string | undefined): Format => {
  if (format !== undefined) return format as Format
  if (output === undefined || output === '-') return 'csv'
  const found = byExtension.get(extname(output).toLowerCase())
  if (found !== undefined) return found
  throw usageError(
    `Cannot tell the format of "${output}" from its extension: add --format with one of ${formats.join(', ')}.`,
  )
}
