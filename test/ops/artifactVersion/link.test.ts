import { expect, test } from 'vitest'
import { artifactVersionLink, artifactVersionUrl } from '../../../src/ops/artifactVersion/link.ts'
import { aVersion } from '../records.ts'

test('artifactVersionUrl leads to the page of the version', () => {
  expect(artifactVersionUrl(aVersion())).toBe('https://wandb.ai/team/vision/artifacts/model/model/v3')
})

test('artifactVersionUrl is undefined if the entity is unknown', () => {
  expect(artifactVersionUrl(aVersion({ entity: undefined }))).toBeUndefined()
})

test('artifactVersionUrl is undefined if the project is unknown', () => {
  expect(artifactVersionUrl(aVersion({ project: undefined }))).toBeUndefined()
})

test('artifactVersionLink has the name with the number, and the address', () => {
  expect(artifactVersionLink(aVersion({ name: 'a b', type: 'dataset' }))).toEqual({
    name: 'a b:v3',
    url: 'https://wandb.ai/team/vision/artifacts/dataset/a%20b/v3',
  })
})

test('artifactVersionLink is undefined if the entity is unknown', () => {
  expect(artifactVersionLink(aVersion({ entity: undefined }))).toBeUndefined()
})

test('artifactVersionUrl leads to the model registry for a model of a portfolio', () => {
  expect(artifactVersionUrl(aVersion({ project: 'my shelf', name: 'best', version: 1 }))).toBe(
    'https://wandb.ai/team/registry/model?selectionPath=team%2Fmy%20shelf%2Fbest&view=membership&version=v1',
  )
})

test('artifactVersionUrl leads to the model registry for anything in its project', () => {
  expect(artifactVersionUrl(aVersion({ project: 'model-registry', type: 'dataset' }))).toContain(
    '/team/registry/model?',
  )
})
