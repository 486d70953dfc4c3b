import type { ColumnKind } from './fileSchemas.ts'
import { type FileGroup, foldCase, type HistoryPlan, RUN_ID } from './historyPlan.ts'
import { escapeGlob, quoteName, quoteText, quoteTexts } from './names.ts'

const parsed = (bytes: string): string => `coalesce(TRY_CAST(decode(${bytes}) AS JSON), to_json(decode(${bytes})))`

/** The SQL for a cell as JSON; for mixed types, the member that has a value. */
const jsonOf = (cell: string, kind: ColumnKind): string => {
  if (kind.is === 'json') return parsed(cell)
  if (kind.is !== 'mixed') return `CASE WHEN ${cell} IS NOT NULL THEN to_json(${cell}) END`
  const cases = kind.members.map(({ name, isJson }) => {
    const member = `${cell}.${quoteName(name)}`
    return `WHEN ${member} IS NOT NULL THEN ${isJson ? parsed(member) : `to_json(${member})`}`
  })
  return `CASE ${cases.join(' ')} END`
}

const columnOf = (name: string, { kinds, positions }: FileGroup, isJson: boolean): string => {
  const as = quoteName(name)
  const kind = kinds.get(name)
  if (kind === undefined) return `NULL AS ${as}`
  const cell = positions === undefined ? `h.${as}` : `h.c${positions.get(name)}`
  return isJson ? `${jsonOf(cell, kind)} AS ${as}` : `${cell} AS ${as}`
}

/** A name that no column of the files has. */
const freeName = (groups: ReadonlyArray<FileGroup>): string => {
  const taken = new Set(groups.flatMap(({ files }) => files.flatMap(({ columns }) => [...columns.keys()])))
  const names = new Set([...taken].map(foldCase))
  let name = '_file'
  while (names.has(name)) name += '_'
  return name
}

const noRows = `SELECT NULL::VARCHAR AS ${RUN_ID}, NULL::BIGINT AS _step WHERE false`

/** The SELECT of the view, with a row for each row of the files. */
export const historyView = ({ columns, asJson, groups }: HistoryPlan): string => {
  if (groups.length === 0) return noRows
  const file = freeName(groups)
  return groups
    .map((group) => {
      const { files, positions } = group
      const list = columns.map((name) => columnOf(name, group, asJson.has(name)))
      const paths = quoteTexts(files.map(({ path }) => escapeGlob(path)))
      const runs = files.map(({ path, run }) => `(${quoteText(path)}, ${quoteText(run)})`).join(', ')
      const names =
        positions === undefined
          ? ''
          : `(${[...[...positions.values()].map((position) => `c${position}`), file].join(', ')})`
      return `SELECT r.${RUN_ID}, ${list.join(', ')}
FROM read_parquet(${paths}, union_by_name = true, hive_partitioning = false, filename = ${quoteText(file)}) AS h${names}
LEFT JOIN (VALUES ${runs}) AS r(path, ${RUN_ID}) ON r.path = h.${file}`
    })
    .join('\nUNION ALL\n')
}
