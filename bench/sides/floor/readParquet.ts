import { parquetRead } from 'hyparquet'
import type { Asked } from '../../server/Asked.ts'
import { readOf, serve, timed } from '../serve.ts'
import { askAgain, type Repeat } from './asked.ts'

interface Task extends Repeat {
  /** All where it is not given. */
  readonly columns?: ReadonlyArray<string>
  readonly key: string
}

interface Part {
  readonly name: string
  readonly data: ArrayLike<unknown>
}

/** As many as ours reads at once. */
const FILES_AT_ONCE = 3

/** The parts of a file that were asked for, at their places; what lies between them is never read. */
const partsOf = async (task: Task, asked: ReadonlyArray<Asked>): Promise<ArrayBuffer> => {
  const fetched = await Promise.all(
    asked.map(async (one) => {
      const response = await askAgain(task, one)
      const [, start, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? []
      const bytes = new Uint8Array(await response.arrayBuffer())
      return { bytes, start: Number(start ?? 0), total: Number(total ?? bytes.length) }
    }),
  )
  const file = new Uint8Array(fetched[0]?.total ?? 0)
  for (const { bytes, start } of fetched) file.set(bytes, start)
  return file.buffer
}

/** A file into the pieces of its columns, as the bare reader gives them. */
const readFile = async (task: Task, asked: ReadonlyArray<Asked>): Promise<ReadonlyArray<Part>> => {
  const parts: Array<Part> = []
  await parquetRead({
    file: await partsOf(task, asked),
    ...(task.columns === undefined ? {} : { columns: [...task.columns] }),
    onChunk: ({ columnName, columnData }) => parts.push({ name: columnName, data: columnData }),
  })
  return parts
}

const readAll = async (task: Task, files: ReadonlyArray<ReadonlyArray<Asked>>) => {
  const read: Array<ReadonlyArray<Part>> = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) read[at] = await readFile(task, files[at] ?? [])
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker))
  return read
}

serve<Task>(async (task) => {
  const byPath = new Map<string, Array<Asked>>()
  for (const asked of task.requests) {
    if (!asked.isStorage) continue
    const same = byPath.get(asked.path)
    if (same === undefined) byPath.set(asked.path, [asked])
    else same.push(asked)
  }
  const [files, seconds] = await timed(() => readAll(task, [...byPath.values()]))
  const parts = files.flatMap((file) => file.filter(({ name }) => name === task.key))
  return { seconds, ...readOf(parts.flatMap(({ data }) => Array.from(data, Number))) }
})
