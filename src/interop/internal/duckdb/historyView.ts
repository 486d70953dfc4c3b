import type { Kind } from './fileSchemas.ts'
import { type FileGroup, folded, type HistoryPlan, RUN_ID } from './historyPlan.ts'
import { literalPath, quotedName, quotedText, quotedTexts } from './quoted.ts'

const parsed = (bytes: string): string => `coalesce(TRY_CAST(decode(${bytes}) AS JSON), to_json(decode(${bytes})))`

/** A cell as JSON, whatever it is in this file: what has several types is the member that has a value. */
const jsonOf = (cell: string, kind: Kind): string => {
  if (kind.is === 'json') return parsed(cell)
  if (kind.is !== 'mixed') return `CASE WHEN ${cell} IS NOT NULL THEN to_json(${cell}) END`
  const cases = kind.members.map(({ name, isJson }) => {
    const member = `${cell}.${quotedName(name)}`
    return `WHEN ${member} IS NOT NULL THEN ${isJson ? parsed(member) : `to_json(${member})`}`
  })
  return `CASE ${cases.join(' ')} END`
}

const columnOf = (name: string, { kinds, places }: FileGroup, isJson: boolean): string => {
  const as = quotedName(name)
  const kind = kinds.get(name)
  if (kind === undefined) return `NULL AS ${as}`
  const cell = places === undefined ? `h.${as}` : `h.c${places.get(name)}`
  return isJson ? `${jsonOf(cell, kind)} AS ${as}` : `${cell} AS ${as}`
}

/** A name that none of the files' columns has. */
const freeName = (groups: ReadonlyArray<FileGroup>): string => {
  const taken = new Set(groups.flatMap(({ files }) => files.flatMap(({ columns }) => [...columns.keys()])))
  const names = new Set([...taken].map(folded))
  let name = '_file'
  while (names.has(name)) name += '_'
  return name
}

const nothing = `SELECT NULL::VARCHAR AS ${RUN_ID}, NULL::BIGINT AS _step WHERE false`

/** The query over files in place that gives one row for each of theirs. */
export const historyView = ({ columns, asJson, groups }: HistoryPlan): string => {
  if (groups.length === 0) return nothing
  const file = freeName(groups)
  return groups
    .map((group) => {
      const { files, places } = group
      const list = columns.map((name) => columnOf(name, group, asJson.has(name)))
      const paths = quotedTexts(files.map(({ path }) => literalPath(path)))
      const runs = files.map(({ path, run }) => `(${quotedText(path)}, ${quotedText(run)})`).join(', ')
      const names =
        places === undefined ? '' : `(${[...[...places.values()].map((place) => `c${place}`), file].join(', ')})`
      return `SELECT r.${RUN_ID}, ${list.join(', ')}
FROM read_parquet(${paths}, union_by_name = true, hive_partitioning = false, filename = ${quotedText(file)}) AS h${names}
LEFT JOIN (VALUES ${runs}) AS r(path, ${RUN_ID}) ON r.path = h.${file}`
    })
    .join('\nUNION ALL\n')
}
