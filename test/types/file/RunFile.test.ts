import { expect, test } from 'vitest'
import { RunFile } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'RmlsZTox',
  name: 'media/a.png',
  sizeBytes: '1921',
  md5: 'XUFAKrxLKna5cZ2REBfFkg==',
  mimetype: 'image/png',
  updatedAt: '2026-03-01T10:00:00',
  url: '/files/a.png',
  directUrl: 'https://storage.example.com/a.png',
}

test('reads a file, frozen, its size from digits too', () => {
  const file = decoded(RunFile, node)
  expect(file).toStrictEqual({
    id: 'RmlsZTox',
    name: 'media/a.png',
    size: 1921,
    md5: 'XUFAKrxLKna5cZ2REBfFkg==',
    mimetype: 'image/png',
    updatedAt: new Date('2026-03-01T10:00:00Z'),
    url: '/files/a.png',
    directUrl: 'https://storage.example.com/a.png',
  })
  expect(Object.isFrozen(file)).toBe(true)
})

test('rejects the placeholder of a missing file', () => {
  expect(refusal(RunFile, { ...node, updatedAt: null })).toEqual({
    path: ['updatedAt'],
    expected: 'UtcDate',
    actual: 'null',
  })
})

test('round-trips', () => {
  for (const wire of [node, { id: 'a', name: '', updatedAt: '2026-03-01T10:00:00' }]) {
    const file = decoded(RunFile, wire)
    expect(decoded(RunFile, RunFile.encode(file))).toStrictEqual(file)
    expect(RunFile.is(file)).toBe(true)
  }
})
