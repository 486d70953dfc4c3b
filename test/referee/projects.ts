import * as E from 'fp-ts/lib/Either.js'
import {
  loadProject,
  loadProjects,
  loadRun,
  loadRuns,
  loadTeam,
  loadViewer,
  makeCachedClient,
  orThrow,
  type PathTarget,
  parsePath,
} from 'wandb-run-ops/loader'
import { projectUrl } from 'wandb-run-ops/ops'
import type { Project } from 'wandb-run-ops/types'
import type { Court } from './cases.ts'
import { time } from './facts.ts'

type Facts = Readonly<Record<string, unknown>>

export const timed = (facts: Facts): Facts => ({
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
  tally.defect(
    'D7',
    'another page size is answered from memory there; here it is another question, and the same one is kept',
    !theirSizes.includes(7),
    ourPages > 1 && sent('Runs').length === 0,
    { theirSizes, ourPages },
  )

  const { runs } = await orThrow(loadRuns({ project, fields: [], limit: 1 })(client))
  const path = `${project}/${runs[0]?.id}`
  mark()
  await official.ask({ ask: 'fresh_run', path })
  const theirLookups = sent('GetDefaultEntity').length + sent('Viewer').length
  mark()
  await orThrow(loadRun(path)({ ...client }))
  tally.defect(
    'D22',
    'a path that names its entity costs a look-up of the default one there, and none here',
    theirLookups > 0,
    sandbox.requests.length === before + 1,
    { theirLookups, ours: sandbox.requests.length - before },
  )

  mark()
  await official.ask({ ask: 'types', path: project, per_page: 3 })
  const theirPage = sent('ProjectArtifactTypes').map(({ variables }) => variables['perPage'])
  mark()
  await orThrow(loadProjects({ entity: project.split('/')[0], pageSize: 3 })(client))
  tally.defect(
    'D23',
    'a page size that was asked for is not sent there, and is here',
    !theirPage.includes(3),
    sent('Projects')[0]?.variables['first'] === 3,
    theirPage,
  )

  sandbox.faults.add({
    kind: 'graphql-errors',
    messages: ['half of it'],
    partial: true,
    when: { operation: /Project(ID)?$/ },
  })
  const ours = await loadProject(project)(client)()
  const theirs = await official.ask({ ask: 'project', path: project })
  sandbox.faults.clear()
  tally.defect(
    'D14',
    'what the server could answer beside an error is lost there, and kept here',
    E.isLeft(theirs),
    E.isLeft(ours) && ours.left._tag === 'GraphqlRefused' && JSON.stringify(ours.left.partial).includes('"name"'),
    { theirs, ours },
  )
}
