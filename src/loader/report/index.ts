/**
 * Loaders of reports.
 *
 * @packageDocumentation
 */
export * from './loadReport.ts'
export * from './loadReports.ts'
