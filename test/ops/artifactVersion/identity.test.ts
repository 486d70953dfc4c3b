import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import {
  artifactVersionAlias,
  artifactVersionAliases,
  artifactVersionEntity,
  artifactVersionId,
  artifactVersionName,
  artifactVersionNumber,
  artifactVersionProject,
  artifactVersionQualifiedName,
  artifactVersionType,
  artifactVersionVersionId,
  eqArtifactVersion,
  ordArtifactVersionByVersion,
} from '../../../src/ops/artifactVersion/identity.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionId', () => {
  test('returns the id', () => {
    const version = aVersion()
    expect(artifactVersionId(version)).toBe(version.id)
  })
})

describe('artifactVersionName', () => {
  test('returns the name of the collection, without version or alias', () => {
    expect(artifactVersionName(aVersion())).toBe('model')
  })
})

describe('artifactVersionQualifiedName', () => {
  test('returns entity, project, name and version', () => {
    expect(artifactVersionQualifiedName(aVersion())).toBe('team/vision/model:v3')
  })

  test.each(['entity', 'project'])('returns undefined if the %s is unknown', (field) => {
    expect(artifactVersionQualifiedName(aVersion({ [field]: undefined }))).toBeUndefined()
  })
})

describe('artifactVersionEntity', () => {
  test('returns the entity', () => {
    const version = aVersion()
    expect(artifactVersionEntity(version)).toBe(version.entity)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionEntity(aVersion({ entity: undefined }))).toBe(undefined)
  })
})

describe('artifactVersionProject', () => {
  test('returns the project', () => {
    const version = aVersion()
    expect(artifactVersionProject(version)).toBe(version.project)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionProject(aVersion({ project: undefined }))).toBe(undefined)
  })
})

describe('artifactVersionVersionId', () => {
  test('returns the number', () => {
    const version = aVersion()
    expect(artifactVersionVersionId(version)).toBe(version.version)
  })

  test('returns 0 for the first version', () => {
    expect(artifactVersionVersionId(aVersion({ version: 0 }))).toBe(0)
  })
})

describe('artifactVersionNumber', () => {
  test('returns the number', () => {
    const version = aVersion()
    expect(artifactVersionNumber(version)).toBe(version.version)
  })

  test('returns 0 for the first version', () => {
    expect(artifactVersionNumber(aVersion({ version: 0 }))).toBe(0)
  })
})

describe('artifactVersionAlias', () => {
  test('returns the first alias other than a version alias', () => {
    const version = aVersion()
    expect(artifactVersionAlias(version)).toBe(version.alias)
  })
})

describe('artifactVersionAliases', () => {
  test('returns the very list of the record', () => {
    const version = aVersion()
    expect(artifactVersionAliases(version)).toBe(version.aliases)
  })
})

describe('artifactVersionType', () => {
  test('returns the type', () => {
    const version = aVersion()
    expect(artifactVersionType(version)).toBe(version.type)
  })
})

describe('eqArtifactVersion', () => {
  test('treats records with the same id as equal, whatever their aliases', () => {
    expect(eqArtifactVersion.equals(aVersion(), aVersion({ aliases: [] }))).toBe(true)
  })

  test('distinguishes versions with equal contents', () => {
    expect(eqArtifactVersion.equals(aVersion(), aVersion({ id: 'QXJ0aWZhY3Q6Mg==' as StorageId }))).toBe(false)
  })
})

describe('ordArtifactVersionByVersion', () => {
  test('orders by number, so that v9 is before v10', () => {
    expect(ordArtifactVersionByVersion.compare(aVersion({ version: 9 }), aVersion({ version: 10 }))).toBe(-1)
  })

  test('ties versions of two collections with the same number', () => {
    expect(ordArtifactVersionByVersion.equals(aVersion(), aVersion({ name: 'data' }))).toBe(true)
  })
})
