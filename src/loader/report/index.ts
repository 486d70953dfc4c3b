/**
 * Reports with their specs.
 *
 * @packageDocumentation
 */
export * from './loadReport.ts'
export * from './loadReports.ts'
