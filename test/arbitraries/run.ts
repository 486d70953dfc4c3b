import fc from 'fast-check'
import type { RunFieldKinds, RunFields, RunFieldValues, RunId, RunInternal } from 'wandb-run-ops/types'
import { runFieldRows } from '../../src/types/run/fields.ts'
import { artifactVersion } from './artifactVersion.ts'
import { date } from './date.ts'
import { file } from './file.ts'
import { history, historyKeys } from './history.ts'
import { anyNumber, dict, hostileString, measuredDict, scalar } from './json.ts'
import type { Model } from './model.ts'
import { sweep } from './sweep.ts'
import { storageId, user } from './user.ts'

const states = ['pending', 'running', 'finished', 'failed', 'crashed', 'killed', 'preempting', 'preempted', 'other']

/** Some keys are in many dicts, with values of many types, so that orders and look-ups meet them. */
const known: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  fc.constant({}),
  fc.record({ loss: scalar, _runtime: anyNumber }, { requiredKeys: [], noNullPrototype: true }),
)

const without = (
  arbitrary: fc.Arbitrary<Readonly<Record<string, unknown>>>,
  keys: ReadonlyArray<string>,
): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc
    .tuple(arbitrary, known)
    .map(([some, others]) =>
      Object.fromEntries(Object.entries({ ...some, ...others }).filter(([key]) => !keys.includes(key))),
    )

const internal: fc.Arbitrary<RunInternal> = fc.record<RunInternal>(
  {
    config: fc.constantFrom<Readonly<Record<string, unknown>>>({}, { _wandb: { cli_version: '0.30.0' } }),
    summary: fc.oneof(
      fc.constant({}),
      fc.record(
        {
          _wandb: fc.oneof(
            scalar,
            anyNumber.map((runtime) => ({ runtime })),
          ),
        },
        { noNullPrototype: true },
      ),
    ),
  },
  { noNullPrototype: true },
)

/** The values of a kind. */
const kinds: { readonly [K in keyof RunFieldKinds]: fc.Arbitrary<RunFieldKinds[K]> } = {
  count: fc.nat(),
  flag: fc.boolean(),
  runId: fc.oneof(hostileString, fc.string({ maxLength: 8 })).map((id) => (id === '' ? 'a1b2c3d4' : id) as RunId),
  state: fc.constantFrom(...states),
  storageId,
  text: hostileString,
  texts: fc.array(fc.oneof(fc.constantFrom('best', 'model:latest'), hostileString), { maxLength: 3 }),
  time: date,
  user,
}

const light = Object.fromEntries(
  Object.entries(runFieldRows).map(([name, { kind, required }]) => [
    name,
    required ? kinds[kind] : fc.option<unknown, undefined>(kinds[kind], { nil: undefined }),
  ]),
) as Model<RunFieldValues>

/** Each field of a run. */
export const runModel: Model<RunFields> = {
  ...light,
  appUrl: fc.constant('https://wandb.ai'),
  internal,
  config: without(dict, ['_wandb', 'wandb_version']),
  summary: without(measuredDict, ['_wandb']),
  systemMetrics: measuredDict,
  historyKeys,
  loggedArtifactVersions: fc.array(artifactVersion, { maxLength: 5 }),
  usedArtifactVersions: fc.array(artifactVersion, { maxLength: 3 }),
  sweep: fc.option(sweep, { nil: undefined }),
  files: fc.array(file, { maxLength: 3 }),
  history,
  events: history,
}

/** A run with every field, as a codec or a loader could have made it. */
export const run: fc.Arbitrary<RunFields> = fc.record<RunFields>(runModel, { noNullPrototype: true })
