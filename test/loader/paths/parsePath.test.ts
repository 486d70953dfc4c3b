import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { parsePath } from '../../../src/loader/paths/parsePath.ts'
import { failsWith } from '../servers/either.ts'

const place = { entity: 'team', project: 'vision' }
const told = (path: string, defaults = {}) =>
  E.getOrElseW((error: { message: string }) => error.message)(parsePath(path, defaults))

describe('fromPath', () => {
  test.each([
    ['vision', { _tag: 'Project', entity: undefined, project: 'vision' }],
    ['team/vision', { _tag: 'Project', ...place }],
    [' /team/vision/ ', { _tag: 'Project', ...place }],
    ['team/vision/a1', { _tag: 'Run', ...place, id: 'a1' }],
    ['team/vision/runs/a1', { _tag: 'Run', ...place, id: 'a1' }],
    ['team/vision/run/a1', { _tag: 'Run', ...place, id: 'a1' }],
    ['team/vision:a1', { _tag: 'Run', ...place, id: 'a1' }],
    ['vision:a1', { _tag: 'Run', entity: undefined, project: 'vision', id: 'a1' }],
    ['vision/runs/a1', { _tag: 'Run', entity: undefined, project: 'vision', id: 'a1' }],
    ['vision/sweeps/s1', { _tag: 'Sweep', entity: undefined, project: 'vision', id: 's1' }],
    ['team/vision/sweeps/s1', { _tag: 'Sweep', ...place, id: 's1' }],
    ['team/vision/reports/VmlldzoxMjM', { _tag: 'Report', ...place, id: 'VmlldzoxMjM=', title: undefined }],
    ['team/vision/reports/--VmlldzoxMjM=', { _tag: 'Report', ...place, id: 'VmlldzoxMjM=', title: undefined }],
    [
      'team/vision/reports/What-we-learned--VmlldzoxMjM',
      { _tag: 'Report', ...place, id: 'VmlldzoxMjM=', title: 'What we learned' },
    ],
    ['team/vision/reports/a--b--VmlldzoxMjM', { _tag: 'Report', ...place, id: 'VmlldzoxMjM=', title: 'a  b' }],
    ['team/vision/reports/caf%C3%A9--VmlldzoxMjM', { _tag: 'Report', ...place, id: 'VmlldzoxMjM=', title: 'café' }],
  ])('parses %j', (path, target) => {
    expect(told(path)).toEqual(target)
  })

  test.each([
    ['https://wandb.ai/team/vision', { _tag: 'Project', ...place }],
    ['https://wandb.ai/team/my%20vision/workspace?nw=1#x', { _tag: 'Project', entity: 'team', project: 'my vision' }],
    ['https://wandb.ai/team/vision/sweeps', { _tag: 'Project', ...place }],
    ['https://wandb.ai/team/vision/runs/a1/logs?x=y', { _tag: 'Run', ...place, id: 'a1' }],
    ['https://wandb.example.com/team/vision/sweeps/s1', { _tag: 'Sweep', ...place, id: 's1' }],
    [
      'https://wandb.ai/team/vision/reports/A--VmlldzoxMjM?x',
      { _tag: 'Report', ...place, id: 'VmlldzoxMjM=', title: 'A' },
    ],
  ])('parses the URL %j', (path, target) => {
    expect(told(path)).toEqual(target)
  })

  test('takes the default entity where the path names none', () => {
    for (const path of ['vision', 'vision:a1', 'vision/runs/a1'])
      expect(told(path, { entity: 'lab', project: 'unused' })).toMatchObject({ entity: 'lab', project: 'vision' })
    expect(told('team/vision', { entity: 'lab' })).toMatchObject({ entity: 'team' })
  })

  test.each([
    '',
    ' / ',
    'a//b',
    'team/vision/artifacts/model',
    'test/test/test/test',
    'a/b/runs/c/d',
    'team/vision/reports/Name-VmlldzoxMjM',
    'team/vision/reports/Name--',
    'https://wandb.ai/team',
    'https://wandb.ai/team/vision/artifacts/model/m/v3',
    'https://',
  ])('refuses %j', (path) => {
    failsWith('InvalidPath', parsePath(path))
  })

  test('refuses a value that is not a string, and shows no password', () => {
    failsWith('InvalidPath', parsePath(undefined as never))
    expect(JSON.stringify(parsePath('https://user:secret@wandb.ai/team'))).not.toContain('secret')
  })
})
