import { describe, expect, test } from 'vitest'
import { loadArtifactFiles } from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../servers/either.ts'
import { served } from './serve.ts'
import { reference } from './shelf.ts'

const { client, operations, sandbox } = served()
const artifactVersion = 'team/vision/model:v1'

describe('loadArtifactFiles', () => {
  test('lists the files with addresses, in one request', async () => {
    const listed = rightOf(await loadArtifactFiles({ artifactVersion })(client())())
    expect(listed.items.map(({ name, size }) => [name, size])).toEqual([
      ['card.json', 10],
      ['empty', 0],
      ['source', 100],
      ['weights/layer 1/w.bin', 18],
      ['weights/w.bin', 7],
    ])
    expect(listed.items[2]?.directUrl).toBe(reference)
    expect([listed.totalCount, listed.complete, operations()]).toEqual([5, true, ['ArtifactFiles']])
  })

  test('lists files by name, and all for no names', async () => {
    const named = async (names: ReadonlyArray<string>) =>
      rightOf(await loadArtifactFiles({ artifactVersion, names })(client())()).items.map(({ name }) => name)
    expect(await named(['empty', 'none'])).toEqual(['empty'])
    const all = rightOf(await loadArtifactFiles({ artifactVersion })(client())())
    expect(all.items.length).toBeGreaterThan(1)
    expect(await named([])).toEqual(all.items.map(({ name }) => name))
  })

  test('has no number where an older server does not tell it', async () => {
    const messages = ['Cannot query field "totalCount" on type "FileConnection".']
    sandbox().faults.add({ kind: 'graphql-errors', messages, when: { nth: 1 } })
    const listed = rightOf(await loadArtifactFiles({ artifactVersion, pageSize: 2 })(client())())
    expect([listed.items.length, listed.totalCount, listed.complete, operations().length]).toEqual([
      5,
      undefined,
      true,
      4,
    ])
  })

  test('refuses names that are not a list, and what does not exist', async () => {
    failsWith('InvalidQuery', await loadArtifactFiles({ artifactVersion, names: 'a' as never })(client())())
    failsWith('NotFound', await loadArtifactFiles({ artifactVersion: 'team/vision/model:none' })(client())())
  })
})
