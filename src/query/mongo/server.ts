/**
 * How questions are put to the server. Loads import it lazily and as one file: a bundle has one chunk for it then, not one
 * for each part and for each pair of parts.
 */
export { expandAll } from './expandAll.ts'
export { checkMongo } from './fromMongo.ts'
export { serverOrder } from './serverOrder.ts'
export { toMongo } from './toMongo.ts'
