/**
 * Parts of a run that its node lacks: further pages of connections, rows, and the YAML configs of sweeps. Imported lazily,
 * because most loads need none of them.
 */
export { wholeNodes } from './artifacts.ts'
export { completeRows, withRows } from './runRows.ts'
export { withSweepConfigs } from './sweepNodes.ts'
