/**
 * What completes the node of a run: further pages of its connections, and the YAML config of its sweep. Imported lazily
 * and as one file, because most loads need none of it.
 */
export { prepareSweepNodes } from '../request/sweepConfig.ts'
export { completeConnections } from './connections.ts'
