export { prepareSweepNodes } from '../request/sweepConfig.ts'
/**
 * Parts of a run that its node lacks: further pages of connections, rows, and the YAML configs of sweeps. Imported lazily,
 * because most loads need none of them.
 */
export { completeConnections } from './connections.ts'
export { loadRowsOfRuns, loadRunRows } from './runRows.ts'
