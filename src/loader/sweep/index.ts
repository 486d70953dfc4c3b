/**
 * Loaders of sweeps, their runs, their best run, their agents, and the runs of an agent.
 *
 * @packageDocumentation
 */
export * from './bestRun.ts'
export * from './loadAgent.ts'
export * from './loadAgentRuns.ts'
export * from './loadAgents.ts'
export * from './loadSweep.ts'
export * from './loadSweepRuns.ts'
export * from './loadSweeps.ts'
export * from './parseSweepPath.ts'
export * from './SweepReference.ts'
