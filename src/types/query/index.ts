/**
 * Filters, orders, columns and aggregates as data, and their translation to and from the server's language.
 *
 * @packageDocumentation
 */
export * from './Aggregate.ts'
export * from './Column.ts'
export * from './Direction.ts'
export * from './Filter.ts'
export { fromMongo } from './fromMongo.ts'
export * from './InvalidQuery.ts'
export * from './Operand.ts'
export * from './Order.ts'
export * from './Pattern.ts'
export * from './toMongo.ts'
export * from './toOrder.ts'
