import { existsSync, readdirSync } from 'node:fs'
import type { ContentLine, Line } from '../records/line.ts'
import { readLines } from '../records/read.ts'
import type { Store } from './store.ts'

const FOLDER = new URL('../data/', import.meta.url)
const CONTENTS = '-files.jsonl.gz'

/** Adds all recordings to the store; file contents are read on first use. */
export function loadRecorded(store: Store, folder: URL = FOLDER): void {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  for (const name of names) {
    if (!name.endsWith('.jsonl.gz') || name.endsWith(CONTENTS)) continue
    for (const line of readLines(new URL(name, folder))) store.add(line as Line)
  }
  const contents = names.filter((name) => name.endsWith(CONTENTS))
  let contentsByMd5: Map<string, string> | undefined
  store.addContents((md5) => {
    contentsByMd5 ??= new Map(
      contents
        .flatMap((name) => readLines(new URL(name, folder)) as ContentLine[])
        .map((content) => [content.md5, content.base64]),
    )
    const base64 = contentsByMd5.get(md5)
    return base64 === undefined ? undefined : Buffer.from(base64, 'base64')
  })
}
