import { asyncBufferFromUrl, parquetRead } from 'hyparquet'
import { readOf, serve, timed } from '../serve.ts'
import type { Repeat } from './asked.ts'

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

/** A file into the pieces of its columns, as the bare reader gives them. */
const readFile = async (url: string, columns: ReadonlyArray<string> | undefined): Promise<ReadonlyArray<Part>> => {
  const parts: Array<Part> = []
  const file =
    columns === undefined
      ? await (await fetch(url)).arrayBuffer()
      : await asyncBufferFromUrl({ url, byteLength: await sizeOf(url) })
  await parquetRead({
    file,
    ...(columns === undefined ? {} : { columns: [...columns] }),
    onChunk: ({ columnName, columnData }) => parts.push({ name: columnName, data: columnData }),
  })
  return parts
}

const sizeOf = async (url: string): Promise<number> => {
  const response = await fetch(url, { headers: { range: 'bytes=0-0' } })
  await response.arrayBuffer()
  return Number(response.headers.get('content-range')?.split('/')[1])
}

const readAll = async (urls: ReadonlyArray<string>, columns: ReadonlyArray<string> | undefined) => {
  const files: Array<ReadonlyArray<Part>> = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < urls.length; at = next++) files[at] = await readFile(urls[at] ?? '', columns)
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker))
  return files
}

serve<Task>(async ({ storageUrl, requests, columns, key }) => {
  const paths = new Set(requests.filter(({ isStorage }) => isStorage).map(({ path }) => path))
  const urls = [...paths].sort().map((path) => `${storageUrl}${path}`)
  const [files, seconds] = await timed(() => readAll(urls, columns))
  const parts = files.flatMap((file) => file.filter(({ name }) => name === key))
  return { seconds, ...readOf(parts.flatMap(({ data }) => Array.from(data, Number))) }
})
