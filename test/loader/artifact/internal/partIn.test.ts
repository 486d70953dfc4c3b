import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { partIn } from '../../../../src/loader/artifact/internal/partIn.ts'
import { projectIn } from '../../../../src/loader/internal/paths/projectIn.ts'
import { failsWith } from '../../servers/either.ts'

const client = makeClient()
const place = { entity: 'team', project: 'vision', name: 'model' }

test('projectIn returns the project of an answer', () => {
  const project = { name: 'vision' }
  expect(projectIn(client, place, { project })).toEqual(E.right(project))
  expect(failsWith('NotFound', projectIn(client, place, { project: null })).path).toBe('team/vision')
})

test('partIn returns a part of the project', () => {
  const artifactType = { name: 'model' }
  expect(partIn(client, place, { project: { artifactType } }, ['artifactType', 'artifact type'])).toEqual(
    E.right(artifactType),
  )
  const missing = partIn(client, place, { project: {} }, ['artifactCollection', 'artifact'])
  expect(failsWith('NotFound', missing)).toMatchObject({ what: 'artifact', path: 'team/vision/model' })
  failsWith('NotFound', partIn(client, place, {}, ['artifactCollection', 'artifact']))
})
