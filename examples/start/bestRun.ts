import {
  type ArtifactVersion,
  historySeries,
  runLoggedArtifactVersions,
  runName,
  runUsedArtifactVersions,
  type Wandb,
} from 'wandb-run-ops'
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

/** Describes the best run: a metric over time, its input and output artifacts, and the runs that used its outputs. */
export const describeBest = async (best: ReportRun, metric: string, wandb: Wandb): Promise<string> => {
  const { steps, values } = historySeries(await wandb.history(best, { keys: [metric] }), metric)
  const run = await wandb.run(best, { fields: ['loggedArtifactVersions', 'usedArtifactVersions'] })
  const logged = runLoggedArtifactVersions(run)
  const lines = [
    `Best run: ${runName(best)}`,
    `  ${metric} over ${steps.length} rows: ${sparkline(values)}`,
    `  used: ${listText(runUsedArtifactVersions(run).map(label))}`,
    `  logged: ${listText(logged.map(label))}`,
  ]
  for (const version of logged) {
    const { items } = await wandb.usedBy(version, { fields: [], limit: 10 })
    lines.push(`  ${label(version)} was used by: ${listText(items.map(runName))}`)
  }
  return `${lines.join('\n')}\n`
}
