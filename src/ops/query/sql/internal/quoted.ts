import type { Dialect } from '../Sql.ts'

/** Quotes a name as an identifier. ClickHouse also interprets backslashes within the quotes. */
export const quoted = (name: string, dialect: Dialect): string =>
  `"${(dialect === 'clickhouse' ? name.replace(/\\/g, '\\\\') : name).replace(/"/g, '""')}"`
