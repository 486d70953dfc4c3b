import * as E from 'fp-ts/lib/Either.js'
import { typeName } from '../../types/wire/own.ts'
import { type InvalidQuery, invalidQuery } from '../Filter.ts'
import type { QueryIssue, QueryPath } from '../filterIssue.ts'
import { clickhouse } from './clickhouse.ts'
import { duckdb } from './duckdb.ts'
import type { SqlEngine } from './Engine.ts'
import type { Dialect, Sql, SqlParameter } from './Sql.ts'

const dialects = ['clickhouse', 'duckdb']

/** Why a word is not a dialect. */
export const dialectIssue = (u: unknown): QueryIssue =>
  typeof u === 'string' && dialects.includes(u)
    ? undefined
    : invalidQuery(
        ['dialect'],
        `must be "duckdb" or "clickhouse", got ${typeof u === 'string' ? JSON.stringify(u.slice(0, 50)) : typeName(u)}`,
      )

/** Collects the parameters and the refusals while SQL is written. */
export interface SqlWriter {
  readonly engine: SqlEngine
  /** Returns the placeholder of a value; equal values share a parameter. */
  readonly bind: (value: SqlParameter) => string
  /** Records a refusal, and returns SQL to use instead. */
  readonly refuse: (path: QueryPath, reason: string) => string
}

/** Writes SQL, or returns the first refusal. Stored data need not match its type: `issue` is what was wrong with it. */
export const writeSql = (
  dialect: Dialect,
  issue: QueryIssue,
  body: (writer: SqlWriter) => string,
): E.Either<InvalidQuery, Sql> => {
  const wrong = dialectIssue(dialect) ?? issue
  if (wrong !== undefined) return E.left(wrong)
  const engine = dialect === 'clickhouse' ? clickhouse : duckdb
  const names = new Map<SqlParameter, string>()
  const refusals: Array<InvalidQuery> = []
  const text = body({
    engine,
    bind: (given) => {
      // Clients send numbers without a fraction as 64-bit integers, which cannot hold these.
      const isLarge = typeof given === 'number' && Math.abs(given) > Number.MAX_SAFE_INTEGER
      const value = isLarge ? String(given) : given
      const name = names.get(value) ?? `p${names.size}`
      names.set(value, name)
      const placeholder = engine.placeholder(name, value)
      return isLarge ? engine.double(placeholder) : placeholder
    },
    refuse: (path, reason) => {
      refusals.push(invalidQuery(path, reason))
      return 'NULL'
    },
  })
  const [refusal] = refusals
  // Clients reject unused parameters; a name inside quotes is not a use.
  const used = new Set(text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '').match(/\bp\d+\b/g))
  const entries = Array.from(names, ([value, name]) => [name, value] as const).filter(([name]) => used.has(name))
  const parameters = Object.fromEntries(entries)
  return refusal === undefined ? E.right({ text, parameters }) : E.left(refusal)
}
