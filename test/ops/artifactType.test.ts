import { expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import {
  artifactTypeCreatedAt,
  artifactTypeDescription,
  artifactTypeEntity,
  artifactTypeId,
  artifactTypeName,
  artifactTypeProject,
  eqArtifactType,
} from '../../src/ops/artifactType.ts'
import { anArtifactType } from './records.ts'

test('artifactTypeCreatedAt returns the time', () => {
  expect(artifactTypeCreatedAt(anArtifactType())).toEqual(new Date('2026-11-21T10:00:00Z'))
})

test('artifactTypeDescription returns the text', () => {
  expect(artifactTypeDescription(anArtifactType())).toBe('weights')
})

test('artifactTypeDescription returns undefined if there is none', () => {
  expect(artifactTypeDescription(anArtifactType({ description: undefined }))).toBeUndefined()
})

test('treats records with the same id as equal', () => {
  expect(eqArtifactType.equals(anArtifactType(), anArtifactType({ description: undefined }))).toBe(true)
})

test('distinguishes types with the same name', () => {
  expect(eqArtifactType.equals(anArtifactType(), anArtifactType({ id: 'other' as StorageId }))).toBe(false)
})

test('artifactTypeId returns the id of the server', () => {
  expect(artifactTypeId(anArtifactType())).toBe('QXJ0aWZhY3RUeXBlOjE=')
})

test('artifactTypeName returns the name', () => {
  expect(artifactTypeName(anArtifactType())).toBe('model')
})

test('artifactTypeProject returns the project', () => {
  expect(artifactTypeProject(anArtifactType())).toBe('vision')
})

test('artifactTypeEntity returns the entity', () => {
  expect(artifactTypeEntity(anArtifactType())).toBe('team')
})
