import type { Dialect } from '../Sql.ts'

/** A name as an identifier. ClickHouse reads backslashes within the quotes, too. */
export const quoted = (name: string, dialect: Dialect): string =>
  `"${(dialect === 'clickhouse' ? name.replace(/\\/g, '\\\\') : name).replace(/"/g, '""')}"`
