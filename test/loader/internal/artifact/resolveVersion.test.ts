import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { resolveVersion, versionOf } from '../../../../src/loader/internal/artifact/resolveVersion.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

const client = makeClient({ entity: 'team', project: 'vision' })
const path = { entity: 'team', project: 'vision', name: 'model', alias: 'latest' }

describe('resolveVersion', () => {
  test.each([
    ['model', path],
    ['model:a/b:c', { ...path, alias: 'a/b:c' }],
    ['org/nlp/m:v1', { entity: 'org', project: 'nlp', name: 'm', alias: 'v1' }],
  ])('%j is asked for by path', async (version, variables) => {
    expect(await resolveVersion(client, version, undefined)).toMatchObject(E.right({ by: 'path', variables }))
  })

  test('a record is asked for by its id, and by nothing else', async () => {
    const record = { id: 'a', name: 'model', entity: 'team' }
    expect(await resolveVersion(client, record, undefined)).toEqual(
      E.right({ by: 'id', variables: { id: 'a' }, shown: 'a' }),
    )
  })

  test.each(['', 'model:', { id: '' }, { id: 5 }, null, undefined])('%j is none', async (version) => {
    failsWith('InvalidPath', await resolveVersion(client, version as never, undefined))
  })
})

describe('versionOf', () => {
  const target = { by: 'path', variables: path, shown: 'team/vision/model:latest' } as const
  const artifact = { id: 'a' }

  test('finds the version in an answer', () => {
    const data = { project: { artifactCollection: { artifactMembership: { artifact } } } }
    expect(rightOf(versionOf(client, target, data))).toBe(artifact)
    expect(rightOf(versionOf(client, { ...target, by: 'id' }, { artifact }))).toBe(artifact)
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
    expect(failsWith('NotFound', versionOf(client, target, data))).toMatchObject({ what, path: shown })
  })
})
