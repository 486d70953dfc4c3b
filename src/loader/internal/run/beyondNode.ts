/**
 * What does not come whole with a run's node: connections of many pages, rows, and sweeps, whose config is YAML. Most
 * loads need none of it, and need not bring the code.
 */
export { wholeNodes } from './artifacts.ts'
export { completeRows, withRows } from './runRows.ts'
export { withSweepConfigs } from './sweepNodes.ts'
