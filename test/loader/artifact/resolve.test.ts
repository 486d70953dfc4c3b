import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { findProject } from '../../../src/client/graphql/inProject.ts'
import {
  findArtifact,
  findArtifactType,
  findVersion,
  resolveArtifact,
  resolveVersion,
} from '../../../src/loader/artifact/resolve.ts'
import { failsWith, rightOf } from '../servers/either.ts'

describe('resolveVersion', async () => {
  const client = makeClient({ entity: 'team', project: 'vision' })
  const path = { entity: 'team', project: 'vision', name: 'model', alias: 'latest' }

  describe('resolveVersion', () => {
    test.each([
      ['model', path],
      ['model:a/b:c', { ...path, alias: 'a/b:c' }],
      ['org/nlp/m:v1', { entity: 'org', project: 'nlp', name: 'm', alias: 'v1' }],
    ])('%j is asked for by path', async (version, variables) => {
      expect(await resolveVersion(client, version, undefined)()).toMatchObject(E.right({ by: 'path', variables }))
    })

    test('a record is asked for by its id, and by nothing else', async () => {
      const record = { id: 'a', name: 'model', entity: 'team' }
      expect(await resolveVersion(client, record, undefined)()).toEqual(
        E.right({ by: 'id', variables: { id: 'a' }, shown: 'a' }),
      )
    })

    test.each(['', 'model:', { id: '' }, { id: 5 }, null, undefined])('%j is none', async (version) => {
      failsWith('InvalidPath', await resolveVersion(client, version as never, undefined)())
    })
  })

  describe('findVersion', () => {
    const target = { by: 'path', variables: path, shown: 'team/vision/model:latest' } as const
    const artifact = { id: 'a' }

    test('finds the version in an answer', () => {
      const data = { project: { artifactCollection: { artifactMembership: { artifact } } } }
      expect(rightOf(findVersion(client, target, data))).toBe(artifact)
      expect(rightOf(findVersion(client, { ...target, by: 'id' }, { artifact }))).toBe(artifact)
    })

    test.each([
      [{}, 'project', 'team/vision'],
      [{ project: { artifactCollection: null } }, 'artifact', 'team/vision/model'],
      [{ project: { artifactCollection: {} } }, 'artifact version', 'team/vision/model:latest'],
      [
        { project: { artifactCollection: { artifactMembership: { artifact: null } } } },
        'artifact version',
        'team/vision/model:latest',
      ],
    ])('reports what is missing in %j', (data, what, shown) => {
      expect(failsWith('NotFound', findVersion(client, target, data))).toMatchObject({ what, path: shown })
    })
  })
})

describe('resolveArtifact', async () => {
  const client = makeClient({ entity: 'team', project: 'vision' })

  test.each([
    ['model', { entity: 'team', project: 'vision', name: 'model' }],
    ['org/nlp/model', { entity: 'org', project: 'nlp', name: 'model' }],
    [
      { entity: 'org', project: 'nlp', name: 'a:b/c', id: 'x' },
      { entity: 'org', project: 'nlp', name: 'a:b/c' },
    ],
  ])('%j is %j', async (artifact, place) => {
    expect(await resolveArtifact(client, artifact, undefined)()).toEqual(E.right(place))
  })

  test.each(['model:v1', '', { entity: 'org', project: 'nlp', name: '' }, null])('%j is none', async (artifact) => {
    failsWith('InvalidPath', await resolveArtifact(client, artifact as never, undefined)())
  })
})

describe('findArtifact', async () => {
  const client = makeClient()
  const place = { entity: 'team', project: 'vision', name: 'model' }

  test('findProject returns the project of an answer', () => {
    const project = { name: 'vision' }
    expect(findProject(client, place, { project })).toEqual(E.right(project))
    expect(failsWith('NotFound', findProject(client, place, { project: null })).path).toBe('team/vision')
  })

  test('returns an artifact or an artifact type of the project', () => {
    const artifactType = { name: 'model' }
    expect(findArtifactType(client, { ...place, type: 'model' }, { project: { artifactType } })).toEqual(
      E.right(artifactType),
    )
    const missing = findArtifact(client, place, { project: {} })
    expect(failsWith('NotFound', missing)).toMatchObject({ what: 'artifact', path: 'team/vision/model' })
    failsWith('NotFound', findArtifact(client, place, {}))
  })
})
