import { isObject } from '../types/wire/own.ts'
import { type InvalidQuery, invalidQuery } from './Filter.ts'

/** Why a value, such as a list of runs, is not a table of runs. */
export const notTable = (table: unknown): InvalidQuery | undefined =>
  isObject(table) && Array.isArray(table['names']) && isObject(table['columns'])
    ? undefined
    : invalidQuery(['table'], 'must be a table of runs, such as runTable(runs)')
