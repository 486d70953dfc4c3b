import { existsSync, readdirSync } from 'node:fs'
import type { Store } from '../store/store.ts'
import type { ContentLine, Line } from './line.ts'
import { readLines } from './read.ts'

const FOLDER = new URL('../data/', import.meta.url)
const CONTENTS = '-files.jsonl.gz'

/** Puts every recording beside the sandbox into the store; contents of files are read when the first is asked for. */
export function loadRecorded(store: Store, folder: URL = FOLDER): void {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  for (const name of names) {
    if (!name.endsWith('.jsonl.gz') || name.endsWith(CONTENTS)) continue
    for (const line of readLines(new URL(name, folder))) store.add(line as Line)
  }
  const contents = names.filter((name) => name.endsWith(CONTENTS))
  let held: Map<string, string> | undefined
  store.addContents((md5) => {
    held ??= new Map(
      contents
        .flatMap((name) => readLines(new URL(name, folder)) as ContentLine[])
        .map((content) => [content.md5, content.base64]),
    )
    const base64 = held.get(md5)
    return base64 === undefined ? undefined : Buffer.from(base64, 'base64')
  })
}
