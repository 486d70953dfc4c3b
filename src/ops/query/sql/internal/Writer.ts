import * as E from 'fp-ts/lib/Either.js'
import { type InvalidQuery, invalidQuery } from '../../../../types/query/InvalidQuery.ts'
import type { Dialect, Sql, SqlParameter } from '../Sql.ts'
import { clickhouse } from './clickhouse.ts'
import { duckdb } from './duckdb.ts'
import type { Engine } from './Engine.ts'

/** Where in a query something stands. */
export type Place = ReadonlyArray<string | number>

/** What gathers the parameters, and what cannot be said, while SQL is written. */
export interface Writer {
  readonly engine: Engine
  /** What stands in the SQL for a value; equal values are one parameter. */
  readonly bind: (value: SqlParameter) => string
  /** Notes what cannot be said, and stands in for it. */
  readonly refuse: (place: Place, reason: string) => string
}

/** Writes SQL; the first thing that cannot be said is the reason where there is any. */
export const write = (dialect: Dialect, body: (writer: Writer) => string): E.Either<InvalidQuery, Sql> => {
  const engine = dialect === 'clickhouse' ? clickhouse : duckdb
  const names = new Map<SqlParameter, string>()
  const refusals: Array<InvalidQuery> = []
  const text = body({
    engine,
    bind: (given) => {
      // Clients take numbers without a fraction for integers of 64 bits, which these are not.
      const isLarge = typeof given === 'number' && Math.abs(given) > Number.MAX_SAFE_INTEGER
      const value = isLarge ? String(given) : given
      const name = names.get(value) ?? `p${names.size}`
      names.set(value, name)
      const placeholder = engine.placeholder(name, value)
      return isLarge ? engine.double(placeholder) : placeholder
    },
    refuse: (place, reason) => {
      refusals.push(invalidQuery(place, reason))
      return 'NULL'
    },
  })
  const [refusal] = refusals
  // Clients refuse a parameter that the SQL has no place for; a name between quotes is none.
  const used = new Set(text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '').match(/\bp\d+\b/g))
  const entries = Array.from(names, ([value, name]) => [name, value] as const).filter(([name]) => used.has(name))
  const parameters = Object.fromEntries(entries)
  return refusal === undefined ? E.right({ text, parameters }) : E.left(refusal)
}
