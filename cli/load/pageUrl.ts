import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import {
  type Client,
  type LoadError,
  loadArtifact,
  loadArtifactVersion,
  loadProject,
  loadReport,
  loadRun,
  loadSweep,
} from '../../src/loader/index.ts'
import { artifactUrl, artifactVersionUrl, projectUrl, reportUrl, runUrl, sweepUrl } from '../../src/ops/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { ExitError, loadFailed } from '../output/ExitError.ts'
import type { Target } from './target.ts'

type Kind = Target['kinds'][number]

const loads: Readonly<Record<Kind, (path: string, client: Client) => TaskEither<LoadError, string | undefined>>> = {
  Artifact: (path, client) => TE.map(artifactUrl)(loadArtifact(path)(client)),
  ArtifactVersion: (path, client) => TE.map(artifactVersionUrl)(loadArtifactVersion(path)(client)),
  Project: (path, client) => TE.map(projectUrl)(loadProject(path === '' ? {} : path)(client)),
  Report: (path, client) => TE.map(reportUrl)(loadReport(path)(client)),
  Run: (path, client) => TE.map(runUrl)(loadRun({ run: path, fields: [] })(client)),
  Sweep: (path, client) => TE.map(sweepUrl)(loadSweep(path)(client)),
}

/** Returns the URL of the page of what a path names. It is asked of the server, so that a page that is not there is an error. */
export const pageUrl = async (client: Client, { kinds, path }: Target): Promise<string> => {
  let error: LoadError | undefined
  for (const kind of kinds) {
    const found = await loads[kind](path, client)()
    if (E.isRight(found)) {
      if (found.right !== undefined) return found.right
      throw new ExitError(`Cannot open a page: the API key cannot see the project of "${escapeControl(path)}".`)
    }
    // The first kind is the most likely, and a path that is none at all is not one of the next kind either.
    error ??= found.left
    if (found.left._tag !== 'NotFound') break
  }
  throw loadFailed(error as LoadError)
}
