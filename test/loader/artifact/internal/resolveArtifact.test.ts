import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { resolveArtifact } from '../../../../src/loader/artifact/internal/resolveArtifact.ts'
import { failsWith } from '../../servers/either.ts'

const client = makeClient({ entity: 'team', project: 'vision' })

test.each([
  ['model', { entity: 'team', project: 'vision', name: 'model' }],
  ['org/nlp/model', { entity: 'org', project: 'nlp', name: 'model' }],
  [
    { entity: 'org', project: 'nlp', name: 'a:b/c', id: 'x' },
    { entity: 'org', project: 'nlp', name: 'a:b/c' },
  ],
])('%j is %j', async (artifact, place) => {
  expect(await resolveArtifact(client, artifact, undefined)).toEqual(E.right(place))
})

test.each(['model:v1', '', { entity: 'org', project: 'nlp', name: '' }, null])('%j is none', async (artifact) => {
  failsWith('InvalidPath', await resolveArtifact(client, artifact as never, undefined))
})
