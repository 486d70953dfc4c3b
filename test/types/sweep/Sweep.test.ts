import { expect, test } from 'vitest'
import { runCodec, Sweep, SweepState } from 'wandb-run-ops/types'
import { fullNode } from '../../fixtures/types/fullNode.ts'
import { decoded, refusal, refuses } from '../outcome.ts'

test('leaves a state unchanged, known or not', () => {
  for (const state of ['RUNNING', 'SOMETHING_NEW', '']) expect(decoded(SweepState, state)).toBe(state)
})

test('rejects what is not a string', () => {
  expect(refuses(SweepState, null)).toBe(true)
})

const node = {
  id: 'U3dlZXA6MQ==',
  name: 's1',
  displayName: 'rates',
  method: 'grid',
  state: 'RUNNING',
  description: null,
  bestLoss: 0.25,
  config: { metric: { name: 'loss' } },
  createdAt: '2026-03-01T10:00:00',
  updatedAt: null,
  runCount: 3,
  runCountExpected: null,
  project: { entityName: 'team', name: 'vision' },
  appUrl: 'https://wandb.example.com',
}

test('reads a sweep, frozen', () => {
  const sweep = decoded(Sweep, node)
  expect(sweep).toStrictEqual({
    id: 's1',
    storageId: 'U3dlZXA6MQ==',
    entity: 'team',
    project: 'vision',
    displayName: 'rates',
    method: 'grid',
    state: 'RUNNING',
    description: undefined,
    config: { metric: { name: 'loss' } },
    bestLoss: 0.25,
    createdAt: new Date('2026-03-01T10:00:00Z'),
    updatedAt: undefined,
    runCount: 3,
    expectedRunCount: undefined,
    appUrl: 'https://wandb.example.com',
  })
  expect([sweep, sweep.config].every(Object.isFrozen)).toBe(true)
})

test('is on the web app of W&B by default', () => {
  expect(decoded(Sweep, { ...node, appUrl: undefined }).appUrl).toBe('https://wandb.ai')
})

test.each([
  [{ ...node, project: null }, ['entity'], 'string', 'undefined'],
  [{ ...node, config: 'method: grid' }, ['config'], 'SweepConfig', 'string'],
  [{ ...node, id: '' }, ['storageId'], 'StorageId', 'string'],
  [null, [], 'Sweep', 'null'],
])('%j is rejected', (wire, path, expected, actual) => {
  expect(refusal(Sweep, wire)).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const sweep = decoded(Sweep, node)
  expect(decoded(Sweep, Sweep.encode(sweep))).toStrictEqual(sweep)
  expect(Sweep.is(sweep)).toBe(true)
  expect(Sweep.is(node)).toBe(false)
})

test('is part of a run loaded with it, or undefined there', () => {
  const codec = runCodec(['sweep', 'files'])
  expect(decoded(codec, { ...fullNode, sweep: node, files: { edges: [] } }).sweep).toStrictEqual(decoded(Sweep, node))
  expect(decoded(codec, { ...fullNode, sweep: null, files: null })).toMatchObject({ sweep: undefined, files: [] })
  expect(refusal(codec, { ...fullNode, sweep: { ...node, config: 'a: b' } })).toMatchObject({
    path: ['sweep', 'config'],
    expected: 'SweepConfig',
  })
})
