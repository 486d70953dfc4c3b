import { expect, test } from 'vitest'
import { makeArtifactVersion } from 'wandb-run-ops/testing'
import { ArtifactVersion } from 'wandb-run-ops/types'

test('a made artifact version is one, as the codec says', () => {
  expect(ArtifactVersion.is(makeArtifactVersion())).toBe(true)
})

test('fields that follow from others do', () => {
  const version = makeArtifactVersion({
    name: 'data',
    version: 3,
    aliases: ['v3', 'best'],
    createdAt: '2026-02-01T00:00:00Z',
  })
  expect(version).toMatchObject({
    alias: 'best',
    aliases: ['v3', 'best'],
    updatedAt: new Date('2026-02-01T00:00:00Z'),
    source: { name: 'data', version: 3 },
  })
  expect(makeArtifactVersion({ version: 1, aliases: [] })).toMatchObject({ alias: 'v1', aliases: ['v1'] })
  expect(version.id).not.toBe(makeArtifactVersion({ name: 'data', version: 4 }).id)
})

test('what is given wins', () => {
  const source = { entity: 'a', project: 'b', name: 'c', version: 9 }
  expect(makeArtifactVersion({ source, id: 'x' })).toMatchObject({ source, id: 'x' })
})

test('a misspelled field is an error that names the right one', () => {
  // @ts-expect-error no artifact version has it
  expect(() => makeArtifactVersion({ alases: [] })).toThrow('Did you mean alias')
})
