import * as E from 'fp-ts/lib/Either.js'
import {
  loadProject,
  loadProjects,
  loadReports,
  loadRun,
  loadRuns,
  loadTeam,
  loadViewer,
  makeCachedClient,
  orThrow,
  type PathTarget,
  parsePath,
} from 'wandb-run-ops/loader'
import { projectUrl, reportListedRuns, reportRuns, reportSections, reportUrl, runId } from 'wandb-run-ops/ops'
import type { Project, Report } from 'wandb-run-ops/types'
import type { Line } from '../../sandbox/index.ts'
import { oldSpecOf, panelGrid, runSet, specOf, where } from '../../sandbox/synthetic/report.ts'
import type { Court } from './cases.ts'
import { time } from './facts.ts'

type Facts = Readonly<Record<string, unknown>>

const timed = (facts: Facts): Facts => ({
  ...facts,
  created_at: time(facts['created_at']),
  ...('updated_at' in facts ? { updated_at: time(facts['updated_at']) } : {}),
})

const projectFacts = (project: Project): Facts => ({
  id: project.id,
  name: project.name,
  entity: project.entity,
  created_at: project.createdAt?.toISOString() ?? null,
  is_benchmark: project.isBenchmark ?? null,
  owner: project.user.username || null,
  url: projectUrl(project),
})

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

export const projects = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const entity = project.split('/')[0] ?? ''
  sandbox.store.openProject({ entity, name: 'other', description: null, createdAt: '2026-01-02T00:00:00', user: 'ada' })
  const { items, complete } = await orThrow(loadProjects({ entity, pageSize: 1 })(client))
  tally.same(
    'the same projects',
    E.right(items.map(projectFacts)),
    E.map((all: Facts[]) => all.map(timed))(await official.ask({ ask: 'projects', path: entity })),
  )
  tally.holds('all projects', complete && items.length > 1)
  const one = await orThrow(loadProject(project)(client))
  tally.same(
    'one project',
    E.right(projectFacts(one)),
    E.map(timed)(await official.ask({ ask: 'project', path: project })),
  )
  const count = await orThrow(loadRuns({ project, fields: [] })(client))
  tally.same('a project counts its runs', one.runCount, count.totalCount)
}

const targetFacts = (target: PathTarget): Facts => ({
  kind: target._tag === 'Report' ? 'BetaReport' : target._tag,
  entity: target.entity ?? null,
  project: target.project,
  ...('id' in target ? { id: target.id, title: 'title' in target ? (target.title ?? null) : null } : {}),
})

export const people = async ({ client, official, tally, project }: Court): Promise<void> => {
  const viewer = await orThrow(loadViewer()(client))
  const { id, username, name, email, entity, admin, teams } = viewer
  const ours = { id, username, name, email, entity, admin, teams, default_entity: entity }
  tally.same('the viewer and the default entity', E.right(ours), await official.ask({ ask: 'viewer', path: '' }))

  const owner = project.split('/')[0] ?? ''
  const team = await orThrow(loadTeam(owner)(client))
  const members = team.members.map((m) => [
    m.username ?? null,
    m.name ?? null,
    m.pending ?? null,
    m.accountType ?? null,
  ])
  const facts = { id: team.id, is_team: team.isTeam, default_access: team.defaultAccess, members }
  tally.same('a team and its members', E.right(facts), await official.ask({ ask: 'team', path: owner }))

  for (const path of [
    project,
    `/${project}/`,
    `${project}/reports/A-title--VmlldzoxMjM0`,
    `${project}/reports/VmlldzoxMjM0`,
  ])
    tally.same(
      `${path} is the same`,
      E.map(targetFacts)(parsePath(path)),
      await official.ask({ ask: 'from_path', path }),
    )
  for (const path of ['a/b/c/d', `${project}/reports/Title-VmlldzoxMjM0`, 'a/b/runs/c/d'])
    tally.holds(
      `${path} is refused on both sides`,
      E.isLeft(await official.ask({ ask: 'from_path', path })) && E.isLeft(parsePath(path)),
    )
}

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

export const reports = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const { runs } = await orThrow(loadRuns({ project, fields: [] })(client))
  for (const line of reportLines(project, runs.map(runId))) sandbox.store.add(line)
  const { items, complete, totalCount } = await orThrow(loadReports({ project, pageSize: 2 })(client))
  const theirs = await official.ask({ ask: 'reports', path: project })
  tally.same(
    'the same reports with their specs',
    E.right(items.map(reportFacts)),
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

export const peopleDefects = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  let before = 0
  const mark = (): void => {
    before = sandbox.requests.length
  }
  const sent = (name: string) => sandbox.requests.slice(before).filter(({ query }) => query.includes(`query ${name}`))

  const filters = { displayName: { $ne: 'not D7' } }
  await official.ask({ ask: 'ids', path: project, filters, per_page: 50 })
  mark()
  await official.ask({ ask: 'ids', path: project, filters, per_page: 7 })
  const theirSizes = sent('Runs').map(({ variables }) => variables['perPage'])
  const keeping = makeCachedClient(client)
  await orThrow(loadRuns({ project, filters, fields: [], pageSize: 50 })(keeping))
  mark()
  await orThrow(loadRuns({ project, filters, fields: [], pageSize: 7 })(keeping))
  const ourPages = sent('Runs').length
  mark()
  await orThrow(loadRuns({ project, filters, fields: [], pageSize: 7 })(keeping))
  tally.holds(
    'D7: another page size is answered from memory there; here it is another question, and the same one is kept',
    !theirSizes.includes(7) && ourPages > 1 && sent('Runs').length === 0,
    { theirSizes, ourPages },
  )

  const { runs } = await orThrow(loadRuns({ project, fields: [], limit: 1 })(client))
  const path = `${project}/${runs[0]?.id}`
  mark()
  await official.ask({ ask: 'fresh_run', path })
  const theirLookups = sent('GetDefaultEntity').length
  mark()
  await orThrow(loadRun(path)({ ...client }))
  tally.holds(
    'D22: a path that names its entity costs a look-up of the default one there, and none here',
    theirLookups > 0 && sandbox.requests.length === before + 1,
    { theirLookups, ours: sandbox.requests.length - before },
  )

  mark()
  await official.ask({ ask: 'types', path: project, per_page: 3 })
  const theirPage = sent('ProjectArtifactTypes').map(({ variables }) => variables['perPage'])
  mark()
  await orThrow(loadProjects({ entity: project.split('/')[0], pageSize: 3 })(client))
  tally.holds(
    'D23: a page size that was asked for is not sent there, and is here',
    !theirPage.includes(3) && sent('Projects')[0]?.variables['first'] === 3,
    theirPage,
  )

  sandbox.faults.add({
    kind: 'graphql-errors',
    messages: ['half of it'],
    partial: true,
    when: { operation: /Project$/ },
  })
  const ours = await loadProject(project)(client)()
  const theirs = await official.ask({ ask: 'project', path: project })
  sandbox.faults.clear()
  tally.holds(
    'D14: what the server could answer beside an error is lost there, and kept here',
    E.isLeft(theirs) &&
      E.isLeft(ours) &&
      ours.left._tag === 'GraphqlRefused' &&
      JSON.stringify(ours.left.partial).includes('"name"'),
    { theirs, ours },
  )
}
