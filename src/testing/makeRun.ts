import { copyDate } from '../ops/ownValue.ts'
import { type RunFieldValues, runFieldRows } from '../types/run/fields.ts'
import type { DefaultField, HeavyField, RunFields, RunWith } from '../types/run/RunHeavy.ts'
import { unknownUser } from '../types/user/User.ts'
import { assertOptions } from '../types/wire/argument.ts'
import { frozenCopy } from '../types/wire/freeze.ts'
import { toDate } from './toDate.ts'

/** The type of a field in overrides: times may be ISO strings, ids plain strings, and a user a username. */
type Loose<A> = A extends Date | undefined ? A | Date | string : A extends string ? A | string : A

/**
 * What a made run should have instead of the defaults.
 *
 * @category Testing
 * @since 0.2.0
 */
export type RunOverrides = {
  readonly [K in Exclude<keyof RunFields, 'internal' | 'user'>]?: Loose<RunFields[K]>
} & {
  /** The user who created the run, or the username. */
  readonly user?: Partial<RunFields['user']> | string
  /** W&B's own entries in config and summary. */
  readonly internal?: Partial<RunFields['internal']>
}

/** The run that overrides make: a run with the fields of a default load, and every heavy field that is given. */
type MadeRun<O> = RunWith<DefaultField | (keyof O & HeavyField)>

const examples: { readonly [K in keyof RunFieldValues]?: unknown } = {
  id: 'a1b2c3d4',
  entity: 'team',
  project: 'vision',
  displayName: 'bright-sun-1',
  state: 'finished',
  createdAt: new Date('2026-01-01T00:00:00Z'),
  heartbeatAt: new Date('2026-01-01T01:00:00Z'),
  tags: [],
  user: unknownUser,
  readOnly: false,
  historyLineCount: 0,
  computeSeconds: 3600,
  appUrl: 'https://wandb.ai',
}

const defaults: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(Object.keys(runFieldRows).map((name) => [name, undefined])),
  ...examples,
  config: {},
  summary: {},
  systemMetrics: {},
  internal: { config: {}, summary: {} },
}

const heavy: ReadonlyArray<Exclude<HeavyField, DefaultField>> = [
  'historyKeys',
  'loggedArtifactVersions',
  'usedArtifactVersions',
  'sweep',
  'files',
  'history',
  'events',
]

const options = [...Object.keys(defaults), ...heavy]

/**
 * Makes a run for tests: a finished run of one hour with an empty config and summary, with your fields instead of the
 * defaults.
 *
 * The run is frozen, as loaded runs are, and has the fields of a default load plus every heavy field that you give. The
 * same overrides make the same run, so give runs that should differ an `id` each. Times may be ISO strings, and `user` a username.
 *
 * @param overrides - The fields that differ from the defaults. A field that no run has throws a `TypeError`.
 * @example
 * ```ts
 * import { runConfig, runRuntime, runUser } from 'wandb-run-ops/ops'
 * import { makeRun } from 'wandb-run-ops/testing'
 *
 * const run = makeRun({ config: { lr: 0.1 }, user: 'ada', heartbeatAt: '2026-01-01T00:00:30Z' })
 *
 * runConfig(run)['lr'] // => 0.1
 * runUser(run).username // => 'ada'
 * runRuntime(run) // => 30
 * ```
 * @category Testing
 * @since 0.2.0
 */
export const makeRun = <const O extends RunOverrides = Record<never, never>>(overrides: O = {} as O): MadeRun<O> => {
  assertOptions('The overrides of makeRun', overrides, options)
  const { user, internal, ...rest } = overrides as RunOverrides
  const moments: Record<string, Date | undefined> = {}
  for (const [name, { kind }] of Object.entries(runFieldRows))
    if (kind === 'time' && Object.hasOwn(rest, name))
      moments[name] = toDate(`${name} of makeRun`, rest[name as 'createdAt'])
  const made = {
    ...defaults,
    storageId: `run-${rest.id ?? examples.id}`,
    ...rest,
    ...moments,
    user: { ...unknownUser, ...(typeof user === 'string' ? { username: user, name: user } : user) },
    internal: { config: {}, summary: {}, ...internal },
  }
  return frozenCopy(made, copyDate) as MadeRun<O>
}
