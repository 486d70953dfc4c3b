/**
 * Queries as SQL over the table of runs.
 *
 * @packageDocumentation
 */
export * from './cellValue.ts'
export * from './runsTable.ts'
export * from './Sql.ts'
export * from './SqlSelect.ts'
export * from './toSql.ts'
export * from './toSqlOrder.ts'
export * from './toSqlRow.ts'
export * from './toSqlSelect.ts'
