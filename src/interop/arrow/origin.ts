import * as E from 'fp-ts/lib/Either.js'
import type { History } from '../../types/run/History.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { parseJson } from '../../types/wire/json.ts'
import { isObject } from '../../types/wire/own.ts'

/** The fields of a history that are stored in the metadata of an Arrow schema. */
type HistoryMetadata = Pick<History, 'failures' | 'sampled' | 'source'>

const NAME = 'wandb-run-ops.history'

const unknownOrigin: HistoryMetadata = { source: 'rows', sampled: false, failures: [] }

const sources: ReadonlyArray<unknown> = ['graphql', 'parquet', 'mixed', 'rows']

const isSource = (value: unknown): value is History['source'] => sources.includes(value)

const isFailure = (value: unknown): value is DecodeFailure =>
  isObject(value) &&
  Array.isArray(value['path']) &&
  typeof value['expected'] === 'string' &&
  typeof value['actual'] === 'string'

export const encodeHistoryMetadata = ({ source, sampled, failures }: HistoryMetadata): ReadonlyMap<string, string> =>
  new Map([[NAME, JSON.stringify({ source, sampled, failures })]])

/** Reads the metadata; defaults if they are not from this library. */
export const decodeHistoryMetadata = (metadata: ReadonlyMap<string, string>): HistoryMetadata => {
  const read = parseJson(metadata.get(NAME) ?? '')
  if (E.isLeft(read) || !isObject(read.right)) return unknownOrigin
  const { source, sampled, failures } = read.right
  return {
    source: isSource(source) ? source : 'rows',
    sampled: sampled === true,
    failures: Array.isArray(failures) ? failures.filter(isFailure) : [],
  }
}
