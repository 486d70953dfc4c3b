import { expect, test } from 'vitest'
import { ArtifactFile } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'RmlsZTox',
  name: 'weights/w.bin',
  sizeBytes: '5',
  digest: 'XUFAKrxLKna5cZ2REBfFkg==',
  mimetype: null,
  updatedAt: '2024-02-29T10:00:00',
  directUrl: 'https://storage.example.com/w.bin?signature=1',
}

test('round-trips a file', () => {
  const file = decoded(ArtifactFile, node)
  expect(file).toStrictEqual({
    id: 'RmlsZTox',
    name: 'weights/w.bin',
    size: 5,
    digest: 'XUFAKrxLKna5cZ2REBfFkg==',
    mimetype: undefined,
    updatedAt: new Date('2024-02-29T10:00:00Z'),
    directUrl: 'https://storage.example.com/w.bin?signature=1',
  })
  expect(decoded(ArtifactFile, ArtifactFile.encode(file))).toStrictEqual(file)
})

test('a file without a size is rejected', () => {
  expect(refusal(ArtifactFile, { ...node, sizeBytes: null })).toMatchObject({ path: ['size'] })
})
