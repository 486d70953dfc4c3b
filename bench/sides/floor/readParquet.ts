import { parquetRead } from 'hyparquet'
import type { RecordedRequest } from '../../server/Traffic.ts'
import { serve, timed, totalsOf } from '../serve.ts'
import { type ReplayTask, resend } from './resend.ts'

interface Task extends ReplayTask {
  /** All columns by default. */
  readonly columns?: ReadonlyArray<string>
  readonly key: string
}

interface Chunk {
  readonly name: string
  readonly data: ArrayLike<unknown>
}

/** The number of files that ours reads at once. */
const CONCURRENT_FILES = 3

/** Fetches the requested byte ranges of a file into a buffer of the file's size; the bytes between them are never read. */
const fetchRanges = async (task: Task, requests: ReadonlyArray<RecordedRequest>): Promise<ArrayBuffer> => {
  const ranges = await Promise.all(
    requests.map(async (request) => {
      const response = await resend(task, request)
      const [, start, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? []
      const bytes = new Uint8Array(await response.arrayBuffer())
      return { bytes, start: Number(start ?? 0), total: Number(total ?? bytes.length) }
    }),
  )
  const file = new Uint8Array(ranges[0]?.total ?? 0)
  for (const { bytes, start } of ranges) file.set(bytes, start)
  return file.buffer
}

const readFile = async (task: Task, requests: ReadonlyArray<RecordedRequest>): Promise<ReadonlyArray<Chunk>> => {
  const chunks: Array<Chunk> = []
  await parquetRead({
    file: await fetchRanges(task, requests),
    ...(task.columns === undefined ? {} : { columns: [...task.columns] }),
    onChunk: ({ columnName, columnData }) => chunks.push({ name: columnName, data: columnData }),
  })
  return chunks
}

const readAll = async (task: Task, files: ReadonlyArray<ReadonlyArray<RecordedRequest>>) => {
  const results: Array<ReadonlyArray<Chunk>> = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++)
      results[index] = await readFile(task, files[index] ?? [])
  }
  await Promise.all(Array.from({ length: CONCURRENT_FILES }, worker))
  return results
}

serve<Task>(async (task) => {
  const byPath = new Map<string, Array<RecordedRequest>>()
  for (const request of task.requests) {
    if (!request.isStorage) continue
    const requests = byPath.get(request.path)
    if (requests === undefined) byPath.set(request.path, [request])
    else requests.push(request)
  }
  const [files, seconds] = await timed(() => readAll(task, [...byPath.values()]))
  const chunks = files.flatMap((file) => file.filter(({ name }) => name === task.key))
  return { seconds, ...totalsOf(chunks.flatMap(({ data }) => Array.from(data, Number))) }
})
