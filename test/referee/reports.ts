import * as E from 'fp-ts/lib/Either.js'
import { loadReports, loadRuns, orThrow } from 'wandb-run-ops/loader'
import { reportListedRuns, reportRuns, reportSections, reportUrl, runId } from 'wandb-run-ops/ops'
import type { Report } from 'wandb-run-ops/types'
import type { Line } from '../../sandbox/index.ts'
import { oldSpecOf, panelGrid, runSet, specOf, where } from '../../sandbox/synthetic/report.ts'
import type { Court } from './cases.ts'
import { timed } from './projects.ts'

type Facts = Readonly<Record<string, unknown>>

const reportFacts = (report: Report): Facts => ({
  id: report.id,
  name: report.name ?? null,
  display_name: report.displayName ?? null,
  description: report.description ?? null,
  spec: report.spec,
  created_at: report.createdAt.toISOString(),
  updated_at: report.updatedAt?.toISOString() ?? null,
  url: reportUrl(report),
  user: report.user.username || null,
})

const oldSort = { key: { section: 'run', name: 'createdAt' }, ascending: true }
const all = (filters: ReadonlyArray<Facts>): Facts => ({ op: 'OR', filters: [{ op: 'AND', filters }] })

/** Reports in both formats; those of the older one are read by the official client. */
const reportLines = (project: string, ids: ReadonlyArray<string>): ReadonlyArray<Line> => {
  const [entity = '', name = ''] = project.split('/')
  const finished = where('run', 'state', '=', 'finished')
  const notAdam = where('config', 'optimizer', '!=', 'adam')
  const some = { root: 0, bounds: [], tree: ids.filter((_, index) => index % 3 === 0) }
  const old = (filters: ReadonlyArray<Facts>, more: Facts) =>
    oldSpecOf([
      { name: 'Section', openRunSet: 0, runSets: [runSet({ sort: oldSort, filters: all(filters), ...more })] },
    ])
  const specs = {
    chosen: old([finished], { selections: some }),
    compared: old([where('summary', 'accuracy', '>=', 0.9), where('run', 'jobType', 'IN', ['train'])], {
      selections: some,
    }),
    tagged: old([where('tags', 'best', '=', true)], { selections: { root: 1, bounds: [], tree: [] } }),
    partly: old([{ ...finished, disabled: true }, notAdam], { selections: some }),
    hidden: old([finished], { selections: { root: 1, bounds: [], tree: ids.filter((_, index) => index % 3 === 0) } }),
    today: specOf([panelGrid([runSet({ filters: { filterFormat: 'filterV2', filters: [finished] } })])]),
  }
  return Object.entries(specs).map(([title, spec], index) => ({
    kind: 'report',
    id: String(500 + index),
    entity,
    project: name,
    name: title,
    displayName: `The ${title} ones (${index})`,
    description: index === 0 ? null : 'made for the comparison',
    spec,
    type: 'runs',
    createdAt: `2026-02-0${index + 1}T10:00:00`,
    updatedAt: `2026-02-0${index + 1}T11:00:00`,
    user: index === 1 ? null : 'ada',
  }))
}

/** The address of a report as versions before 0.20 write it, where it is another one. */
const oldReportUrl = (report: Report, base: string): string => {
  const slug = encodeURIComponent((report.displayName ?? '').replaceAll(' ', '-')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${base}/${report.entity}/${report.project}/reports/${slug}--${report.id.replaceAll('=', '')}`
}

export const reports = async ({ client, official, sandbox, tally, project, version }: Court): Promise<void> => {
  const { runs } = await orThrow(loadRuns({ project, fields: [] })(client))
  for (const line of reportLines(project, runs.map(runId))) sandbox.store.add(line)
  const { items, complete, totalCount } = await orThrow(loadReports({ project, pageSize: 2 })(client))
  const theirs = await official.ask({ ask: 'reports', path: project })
  tally.same(
    'the same reports with their specs',
    E.right(
      items.map((item) =>
        version === '0.19' ? { ...reportFacts(item), url: oldReportUrl(item, sandbox.url) } : reportFacts(item),
      ),
    ),
    E.map((list: Facts[]) => list.map(timed))(theirs),
  )
  tally.holds('all reports', complete && items.length === totalCount)
}

export const reportRunsCases = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const { items } = await orThrow(loadReports({ project })(client))
  const { totalCount: total } = await orThrow(loadRuns({ project, fields: [], limit: 1 })(client))
  const oursOf = async (name: string, query = reportRuns): Promise<ReadonlyArray<string>> => {
    const report = items.find((one) => one.name === name)
    const [section] = report === undefined ? [] : reportSections(report)
    const asked = report && section && query(report, section)
    if (asked === undefined) throw new Error(`no runs in the report ${name}`)
    return (await orThrow(loadRuns({ ...asked, fields: [] })(client))).runs.map(runId)
  }
  const theirsOf = (name: string, only_selected = true) =>
    official.ask({ ask: 'report_runs', path: project, name, only_selected })

  for (const name of ['chosen', 'compared']) {
    const ours = await oursOf(name)
    tally.same(`the runs of the report "${name}"`, E.right(ours), await theirsOf(name))
    tally.holds(`the report "${name}" has some runs and not all`, ours.length > 0 && ours.length * 3 < total)
  }
  for (const name of ['chosen', 'compared', 'tagged'])
    tally.same(
      `the runs that the report "${name}" lists`,
      E.right(await oursOf(name, reportListedRuns)),
      await theirsOf(name, false),
    )

  const sent = (): unknown =>
    sandbox.requests.findLast(({ query }) => query.includes('query Runs'))?.variables['filters']
  await oursOf('partly')
  const ourFilters = sent()
  await theirsOf('partly')
  const theirFilters = sent()
  tally.holds(
    'a disabled filter leaves a null in the filters there, and nothing here',
    String(theirFilters).includes('null') && !String(ourFilters).includes('null'),
    { theirFilters, ourFilters },
  )
  const shown = await oursOf('hidden')
  const listed = await oursOf('hidden', reportListedRuns)
  const hidden = await theirsOf('hidden')
  tally.holds(
    'runs whose eye is closed are shown there in place of the others, and not here',
    E.isRight(hidden) &&
      shown.length > 0 &&
      !shown.some((id) => hidden.right.includes(id)) &&
      shown.length + hidden.right.length === listed.length,
    hidden,
  )
  const today = await oursOf('today')
  tally.holds(
    'a report of today has no sections there, and its own here',
    E.isLeft(await theirsOf('today')) && today.length > 0,
  )
}
