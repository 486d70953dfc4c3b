import { copyDate } from '../ops/ownValue.ts'
import type { ArtifactVersion } from '../types/artifact/ArtifactVersion.ts'
import { assertOptions } from '../types/wire/argument.ts'
import { frozenCopy } from '../types/wire/freeze.ts'
import { toDate } from './toDate.ts'

/**
 * What a made artifact version should have instead of the defaults. Times may be ISO strings.
 *
 * @category Testing
 * @since 0.2.0
 */
export type ArtifactVersionOverrides = Partial<
  Omit<ArtifactVersion, 'createdAt' | 'id' | 'updatedAt'> & {
    readonly id: string
    readonly createdAt: Date | string
    readonly updatedAt: Date | string
  }
>

const defaults = {
  entity: 'team',
  project: 'vision',
  name: 'model',
  version: 0,
  type: 'model',
  state: 'COMMITTED',
  size: 0,
  digest: '64696765737430313233343536373839',
  description: undefined,
  metadata: {},
  fileCount: 0,
  commitHash: undefined,
  historyStep: undefined,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  tags: undefined,
  ttlDurationSeconds: undefined,
  ttlIsInherited: undefined,
  appUrl: 'https://wandb.ai',
}

const options = [...Object.keys(defaults), 'alias', 'aliases', 'id', 'source', 'updatedAt']

/**
 * Makes an artifact version for tests: version 0 of an empty model called `model`, with your fields instead of the
 * defaults.
 *
 * Fields that follow from others do so here too: `aliases` has the version alias, `alias` is the first other alias, and
 * `source` is where the version itself is.
 *
 * @param overrides - The fields that differ from the defaults. A field that no artifact version has throws a `TypeError`.
 * @example
 * ```ts
 * import { runLoggedArtifactVersion } from 'wandb-run-ops/ops'
 * import { makeArtifactVersion, makeRun } from 'wandb-run-ops/testing'
 *
 * const run = makeRun({ loggedArtifactVersions: [makeArtifactVersion({ version: 3, aliases: ['best'] })] })
 *
 * runLoggedArtifactVersion(run, 'model:best')?.version // => 3
 * runLoggedArtifactVersion(run, 'model:v3')?.alias // => 'best'
 * ```
 * @category Testing
 * @since 0.2.0
 */
export const makeArtifactVersion = (overrides: ArtifactVersionOverrides = {}): ArtifactVersion => {
  assertOptions('The overrides of makeArtifactVersion', overrides, options)
  const { createdAt, updatedAt, aliases = ['latest'], ...rest } = overrides
  const made = { ...defaults, ...rest }
  const own = `v${made.version}`
  const created = toDate('createdAt of makeArtifactVersion', createdAt) ?? defaults.createdAt
  const { entity, project, name, version } = made
  return frozenCopy(
    {
      id: `artifact-${name}-${own}`,
      ...made,
      alias: aliases.find((alias) => alias !== own) ?? own,
      aliases: aliases.includes(own) ? aliases : [...aliases, own],
      createdAt: created,
      updatedAt: toDate('updatedAt of makeArtifactVersion', updatedAt) ?? created,
      source: { entity, project, name, version },
      ...('alias' in rest ? { alias: rest.alias } : {}),
      ...('source' in rest ? { source: rest.source } : {}),
    },
    copyDate,
  ) as ArtifactVersion
}
