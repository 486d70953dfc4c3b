import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Line, type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { ask } from './client.ts'
import { lines } from './fixture.ts'

let sandbox: Sandbox
beforeAll(async () => {
  const portfolio: Line = {
    kind: 'portfolio',
    entity: 'team',
    project: 'registry',
    name: 'best',
    type: 'model',
    description: 'what we ship',
    tags: ['shipped'],
    createdAt: '2026-03-02T10:00:00',
    links: [{ artifact: '102', versionIndex: 0, aliases: ['v0', 'production'], createdAt: '2026-03-02T11:00:00' }],
  }
  sandbox = await startSandbox({ records: [...lines, portfolio] })
})
afterAll(() => sandbox.close())

const PORTFOLIO = `{ project(name: "registry", entityName: "team") {
  artifactCollections { totalCount edges { node { __typename name tags { edges { node { name } } } } } }
  sequences: artifactCollections(collectionTypes: [SEQUENCE]) { totalCount }
  artifactCollection(name: "best") {
    artifacts { edges { version node { versionIndex artifactSequence { name } } } }
    artifactMembership(aliasName: "production") { versionIndex aliases { alias } createdAt artifact { id } }
  }
} }`

describe('a portfolio', () => {
  test('is a separate kind of collection, with tags', async () => {
    const { project } = (await ask(sandbox, PORTFOLIO)).data
    expect(project.artifactCollections).toEqual({
      totalCount: 1,
      edges: [
        { node: { __typename: 'ArtifactPortfolio', name: 'best', tags: { edges: [{ node: { name: 'shipped' } }] } } },
      ],
    })
    expect(project.sequences.totalCount).toBe(0)
  })

  test('has its own version numbers, and refers to the source versions', async () => {
    const { artifacts, artifactMembership } = (await ask(sandbox, PORTFOLIO)).data.project.artifactCollection
    expect(artifacts.edges).toEqual([{ version: 'v0', node: { versionIndex: 2, artifactSequence: { name: 'model' } } }])
    expect(artifactMembership).toMatchObject({
      versionIndex: 0,
      aliases: [{ alias: 'v0' }, { alias: 'production' }],
      createdAt: '2026-03-02T11:00:00',
    })
  })

  test('appears in the memberships and the aliases of its versions', async () => {
    const { data } = await ask(
      sandbox,
      `{ artifact(id: "102") {
        aliases { alias artifactCollectionName }
        artifactMemberships { edges { node { versionIndex artifactCollection { name } } } }
        inPortfolio: versionIndex(artifactCollectionName: "best")
      } }`,
    )
    expect(data.artifact.aliases).toEqual([
      { alias: 'v2', artifactCollectionName: 'model' },
      { alias: 'latest', artifactCollectionName: 'model' },
      { alias: 'v0', artifactCollectionName: 'best' },
      { alias: 'production', artifactCollectionName: 'best' },
    ])
    expect(data.artifact.artifactMemberships.edges).toEqual([
      { node: { versionIndex: 2, artifactCollection: { name: 'model' } } },
      { node: { versionIndex: 0, artifactCollection: { name: 'best' } } },
    ])
    expect(data.artifact.inPortfolio).toBe(0)
  })
})
