/**
 * Questions about runs: columns, filters, orders, and what they mean.
 *
 * @packageDocumentation
 */
export * from './among.ts'
export * from './between.ts'
export * from './ColumnRun.ts'
export * from './column.ts'
export * from './columnValue.ts'
export * from './combine.ts'
export * from './compare.ts'
export * from './describe.ts'
export * from './exists.ts'
export * from './hasTag.ts'
export * from './matches.ts'
export * from './OperandOf.ts'
export * from './order.ts'
export * from './ordOf.ts'
export * from './split.ts'
export * from './sql/index.ts'
export * from './text.ts'
