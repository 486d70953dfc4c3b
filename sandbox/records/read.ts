import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Reads a gzipped JSON lines file. */
export const readLines = (file: URL): unknown[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
