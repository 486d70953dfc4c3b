import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { loadArtifact } from '../../loader/artifact/loadArtifact.ts'
import { loadArtifactVersion } from '../../loader/artifact/loadArtifactVersion.ts'
import { parseArtifactPath } from '../../loader/paths/parseArtifactPath.ts'
import { parsePath } from '../../loader/paths/parsePath.ts'
import { loadProject } from '../../loader/project/loadProjects.ts'
import { loadReport } from '../../loader/report/loadReport.ts'
import { loadRun } from '../../loader/run/loadRun.ts'
import { loadSweep } from '../../loader/sweep/loadSweep.ts'
import type { Artifact } from '../../types/artifact/Artifact.ts'
import type { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import type { ProjectOverview } from '../../types/project/ProjectOverview.ts'
import type { Report } from '../../types/report/Report.ts'
import type { Run } from '../../types/run/Run.ts'
import type { Sweep } from '../../types/sweep/Sweep.ts'
import { settle, WandbError } from '../adapter/WandbError.ts'

/**
 * What a path names: its kind, and the record.
 *
 * @category Door
 * @since 0.2.0
 */
export type FromPath =
  | { readonly _tag: 'Project'; readonly project: ProjectOverview }
  | { readonly _tag: 'Run'; readonly run: Run }
  | { readonly _tag: 'Sweep'; readonly sweep: Sweep }
  | { readonly _tag: 'Report'; readonly report: Report }
  | { readonly _tag: 'Artifact'; readonly artifact: Artifact }
  | { readonly _tag: 'ArtifactVersion'; readonly artifactVersion: ArtifactVersion }

/** Whether a path is that of an artifact: the URL of one, or three segments with an alias, which a run's id cannot have. */
const isArtifactPath = (path: string): boolean =>
  /^(https?:\/\/|(wandb\.ai|forge\.coreweave\.com)\/)/i.test(path.trim())
    ? /^[^?#]*\/(artifacts\/|registry\/[^#]*[?&]selectionPath=)/i.test(path)
    : /^[^:]*\/[^:]*\/[^:/]*:[^/]*$/.test(path)

const loadArtifactPath = async (client: Client, path: string, signal: AbortSignal | undefined): Promise<FromPath> => {
  const parsed = parseArtifactPath(path, client)
  if (E.isLeft(parsed)) throw new WandbError(parsed.left)
  return parsed.right.alias === undefined
    ? { _tag: 'Artifact', artifact: await settle(loadArtifact({ artifact: path, signal })(client)) }
    : {
        _tag: 'ArtifactVersion',
        artifactVersion: await settle(loadArtifactVersion({ artifactVersion: path, signal })(client)),
      }
}

/** Loads what a path or a URL names. */
export const loadFromPath = async (client: Client, path: string, signal?: AbortSignal): Promise<FromPath> => {
  if (typeof path === 'string' && isArtifactPath(path)) return loadArtifactPath(client, path, signal)
  const parsed = parsePath(path, client)
  if (E.isLeft(parsed)) throw new WandbError(parsed.left)
  switch (parsed.right._tag) {
    case 'Project':
      return { _tag: 'Project', project: await settle(loadProject({ project: path, signal })(client)) }
    case 'Run':
      return { _tag: 'Run', run: await settle(loadRun({ run: path, signal })(client)) }
    case 'Sweep':
      return { _tag: 'Sweep', sweep: await settle(loadSweep({ sweep: path, signal })(client)) }
    case 'Report':
      return { _tag: 'Report', report: await settle(loadReport({ report: path, signal })(client)) }
  }
}
