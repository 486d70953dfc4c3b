import { isObject } from '../types/wire/own.ts'
import { type InvalidQuery, invalidQuery } from './Filter.ts'
import type { QueryPath } from './filterIssue.ts'

/** Why a value, such as a list of runs, is not a table of runs. */
export const notTable = (table: unknown, path: QueryPath = ['table']): InvalidQuery | undefined =>
  isObject(table) && Array.isArray(table['names']) && isObject(table['columns'])
    ? undefined
    : invalidQuery(path, 'must be a table of runs, such as runTable(runs)')
