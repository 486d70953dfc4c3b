import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { type Answer, ask } from './client.ts'
import { lines } from './fixture.ts'

const report = (id: string, type = 'runs') =>
  ({
    kind: 'report',
    id,
    entity: 'team',
    project: 'vision',
    name: `name-${id}`,
    displayName: `Report ${id}`,
    description: null,
    spec: '{"version":5,"blocks":[]}',
    type,
    createdAt: '2026-03-01T10:00:00',
    updatedAt: null,
    user: 'ada',
  }) as const

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [...lines, report('1'), report('2'), report('3', 'project-view')] })
})
afterAll(() => sandbox.close())

const inProject = async (selection: string): Promise<Answer> =>
  (await ask(sandbox, `{ project(name: "vision", entityName: "team") { ${selection} } }`)).data.project

test('views are listed by type and by name, with their spec as JSON', async () => {
  const names = async (args: string) =>
    (await inProject(`allViews(${args}) { totalCount edges { node { name } } }`)).allViews.edges.map(
      ({ node }: Answer) => node.name,
    )
  expect(await names('viewType: "runs"')).toEqual(['name-1', 'name-2'])
  expect(await names('viewType: "runs", viewName: "name-2"')).toEqual(['name-2'])
  expect(await names('first: 10')).toEqual(['name-1', 'name-2', 'name-3'])
})

test('a view is found by its id, and only with its own type', async () => {
  const { allViews } = await inProject(
    'allViews { edges { node { id entityName projectName spec user { username } } } }',
  )
  const [first, , workspace] = allViews.edges.map(({ node }: Answer) => node)
  expect(first).toMatchObject({ entityName: 'team', projectName: 'vision', user: { username: 'ada' } })
  expect(first.spec).toBe('{"version":5,"blocks":[]}')
  const view = async (id: string) =>
    (await ask(sandbox, `{ view(id: "${id}", type: "runs") { displayName } }`)).data.view
  expect([await view(first.id), await view(workspace.id), await view('none')]).toEqual([
    { displayName: 'Report 1' },
    null,
    null,
  ])
})

test('fields are the keys of configs and summaries, with the types of their values', async () => {
  const { fields } = await inProject('fields(first: 100) { edges { node { path type } } }')
  expect(fields.edges.map(({ node }: Answer) => `${node.path} ${node.type}`)).toEqual([
    'config.a.b.value number',
    'config.lr.value number',
    'config.optimizer.value.lr number',
    'config.optimizer.value.name string',
    'summary_metrics.big number',
    'summary_metrics.loss number',
    'summary_metrics.val/acc number',
  ])
})

test('tags are counted among the runs that match the filters', async () => {
  const counts = async (filters: string) =>
    (await inProject(`tagCounts(filters: ${JSON.stringify(filters)}) { name count }`)).tagCounts
  expect(await counts('{}')).toEqual([
    { name: 'baseline', count: 1 },
    { name: 'best', count: 1 },
  ])
  expect(await counts('{"state":"failed"}')).toEqual([])
})
