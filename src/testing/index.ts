/**
 * Records and a server for your own tests.
 *
 * @packageDocumentation
 */
export * from './makeArtifactVersion.ts'
export * from './makeHistory.ts'
export { makeRun, type RunOverrides } from './makeRun.ts'
export * from './startSandbox.ts'
