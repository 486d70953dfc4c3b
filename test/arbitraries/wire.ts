import type fc from 'fast-check'
import { type InlineField, runCodec } from 'wandb-run-ops/types'
import { run } from './run.ts'

/** The heavy fields that stand in a node. */
export const nodeFields: ReadonlyArray<InlineField> = [
  'config',
  'files',
  'historyKeys',
  'loggedArtifactVersions',
  'summary',
  'sweep',
  'systemMetrics',
  'usedArtifactVersions',
]

/** A `Run` node of the wire with all that can stand in one. */
export const wireRun: fc.Arbitrary<unknown> = run.map(runCodec(nodeFields).encode)
