import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import {
  artifactAliases,
  artifactCreatedAt,
  artifactDescription,
  artifactEntity,
  artifactId,
  artifactIsPortfolio,
  artifactLink,
  artifactName,
  artifactProject,
  artifactTags,
  artifactType,
  artifactUpdatedAt,
  artifactUrl,
  artifactVersions,
  eqArtifact,
  ordArtifactByCreatedAt,
  ordArtifactByName,
} from '../../src/ops/artifact.ts'
import { anArtifact, at } from './records.ts'

test('artifactAliases returns the aliases of all versions', () => {
  expect(artifactAliases(anArtifact())).toEqual(['latest', 'v3'])
})

test('artifactCreatedAt returns the time', () => {
  expect(artifactCreatedAt(anArtifact())).toEqual(new Date('2026-11-21T10:00:00Z'))
})

test('artifactDescription returns the text', () => {
  expect(artifactDescription(anArtifact())).toBe('the weights')
})

test('artifactDescription returns undefined if there is none', () => {
  expect(artifactDescription(anArtifact({ description: undefined }))).toBeUndefined()
})

test('treats records with the same id as equal, whatever else differs', () => {
  expect(eqArtifact.equals(anArtifact(), anArtifact({ versions: [] }))).toBe(true)
})

test('distinguishes artifacts with the same name', () => {
  expect(eqArtifact.equals(anArtifact(), anArtifact({ id: 'other' as StorageId }))).toBe(false)
})

test("artifactId returns the server's id", () => {
  expect(artifactId(anArtifact())).toBe('QXJ0aWZhY3RDb2xsZWN0aW9uOjE=')
})

test('artifactIsPortfolio is false for a sequence', () => {
  expect(artifactIsPortfolio(anArtifact())).toBe(false)
})

test('artifactIsPortfolio is true for a portfolio', () => {
  expect(artifactIsPortfolio(anArtifact({ kind: 'portfolio' }))).toBe(true)
})

test('artifactUrl leads to the page of the artifact', () => {
  expect(artifactUrl(anArtifact())).toBe('https://wandb.ai/team/vision/artifacts/model/model')
})

test('artifactUrl encodes each segment', () => {
  expect(artifactUrl(anArtifact({ name: 'a/b c', type: '?' }))).toBe(
    'https://wandb.ai/team/vision/artifacts/%3F/a%2Fb%20c',
  )
})

test('artifactLink has the name and the address', () => {
  expect(artifactLink(anArtifact({ appUrl: 'https://w.example.com' }))).toEqual({
    name: 'model',
    url: 'https://w.example.com/team/vision/artifacts/model/model',
  })
})

test('artifactName returns the name', () => {
  expect(artifactName(anArtifact())).toBe('model')
})

const data = anArtifact({ name: 'data', createdAt: at('12:00:00') })
const model = anArtifact()

test('ordArtifactByName puts names in their order', () => {
  expect([model, data].sort(ordArtifactByName.compare)).toEqual([data, model])
})

test('ordArtifactByCreatedAt puts the oldest first', () => {
  expect([data, model].sort(ordArtifactByCreatedAt.compare)).toEqual([model, data])
})

test('artifactProject returns the project', () => {
  expect(artifactProject(anArtifact())).toBe('vision')
})

test('artifactEntity returns the entity', () => {
  expect(artifactEntity(anArtifact())).toBe('team')
})

test('artifactTags returns the tags', () => {
  expect(artifactTags(anArtifact())).toEqual(['reviewed'])
})

test('artifactType returns the type of the versions', () => {
  expect(artifactType(anArtifact({ type: 'dataset' }))).toBe('dataset')
})

test('artifactUpdatedAt returns the time', () => {
  expect(artifactUpdatedAt(anArtifact())).toEqual(new Date('2026-11-21T11:00:00Z'))
})

test('artifactUpdatedAt returns undefined if the server does not report it', () => {
  expect(artifactUpdatedAt(anArtifact({ updatedAt: undefined }))).toBeUndefined()
})

test('artifactVersions returns the versions', () => {
  expect(artifactVersions(anArtifact())).toMatchObject([{ version: 3 }])
})

test('artifactVersions returns an empty list if there are none', () => {
  expect(artifactVersions(anArtifact({ versions: [] }))).toEqual([])
})
