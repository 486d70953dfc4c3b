import { typeName } from '../../types/wire/own.ts'
import { invalidQuery } from '../Filter.ts'
import type { QueryIssue } from '../filterIssue.ts'

const dialects = ['clickhouse', 'duckdb']

/** Why a word is not a dialect. */
export const dialectIssue = (u: unknown): QueryIssue =>
  typeof u === 'string' && dialects.includes(u)
    ? undefined
    : invalidQuery(
        ['dialect'],
        `must be "duckdb" or "clickhouse", got ${typeof u === 'string' ? JSON.stringify(u.slice(0, 50)) : typeName(u)}`,
      )
