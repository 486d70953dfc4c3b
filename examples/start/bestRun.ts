import * as E from 'fp-ts/lib/Either.js'
import type { Client, LoadError } from 'wandb-run-ops/loader'
import { loadHistory, loadRun, loadUsedBy } from 'wandb-run-ops/loader'
import { historySeries, runLoggedArtifactVersions, runName, runUsedArtifactVersions } from 'wandb-run-ops/ops'
import type { ArtifactVersion } from 'wandb-run-ops/types'
import type { ReportRun } from './report.ts'

const BARS = '▁▂▃▄▅▆▇█'

/** Draws numbers as a line of at most `width` bars. */
export const sparkline = (values: ArrayLike<number>, width = 60): string => {
  const finite = Array.from(values).filter(Number.isFinite)
  const low = Math.min(...finite)
  const span = Math.max(...finite) - low || 1
  const count = Math.min(width, finite.length)
  return Array.from({ length: count }, (_, i) => {
    const value = finite[Math.floor(((i + 1) * finite.length) / count) - 1] ?? low
    return BARS[Math.min(BARS.length - 1, Math.floor(((value - low) / span) * BARS.length))]
  }).join('')
}

const label = ({ name, version }: ArtifactVersion): string => `${name}:v${version}`

const listText = (names: ReadonlyArray<string>): string => (names.length === 0 ? 'none' : names.join(', '))

const usedBy = async (version: ArtifactVersion, client: Client): Promise<string> => {
  const runs = await loadUsedBy({ artifactVersion: version, fields: [], limit: 10 })(client)()
  return E.isLeft(runs) ? `unknown: ${runs.left.message}` : listText(runs.right.items.map(runName))
}

/** Describes the best run: a metric over time, its input and output artifacts, and the runs that used its outputs. */
export const describeBest = async (
  best: ReportRun,
  metric: string,
  client: Client,
): Promise<E.Either<LoadError, string>> => {
  const history = await loadHistory({ run: best, keys: [metric] })(client)()
  if (E.isLeft(history)) return history
  const run = await loadRun({ run: best, fields: ['loggedArtifactVersions', 'usedArtifactVersions'] })(client)()
  if (E.isLeft(run)) return run
  const { steps, values } = historySeries(history.right, metric)
  const logged = runLoggedArtifactVersions(run.right)
  const lines = [
    `Best run: ${runName(best)}`,
    `  ${metric} over ${steps.length} rows: ${sparkline(values)}`,
    `  used: ${listText(runUsedArtifactVersions(run.right).map(label))}`,
    `  logged: ${listText(logged.map(label))}`,
  ]
  for (const version of logged) lines.push(`  ${label(version)} was used by: ${await usedBy(version, client)}`)
  return E.right(`${lines.join('\n')}\n`)
}
