import { describe, expect, test } from 'vitest'
import type { Source } from '../../../cli/load/source.ts'
import { readTarget } from '../../../cli/load/target.ts'
import { makeClient } from '../../../src/loader/index.ts'

const source = (project?: string): Source => ({
  client: makeClient({ apiKey: 'k'.repeat(40) }),
  project,
  close: async () => {},
})

const any = ['Run', 'Sweep', 'Artifact']

describe('readTarget', () => {
  test.each([
    ['team/vision', undefined, ['Project'], 'team/vision'],
    ['team/vision/a1', undefined, any, 'team/vision/a1'],
    ['team/vision/runs/a1', undefined, ['Run'], 'team/vision/runs/a1'],
    ['team/vision/sweeps/s1', undefined, ['Sweep'], 'team/vision/sweeps/s1'],
    ['team/vision/model:best', undefined, ['ArtifactVersion'], 'team/vision/model:best'],
    ['team/vision/reports/x--abc', undefined, ['Report'], 'team/vision/reports/x--abc'],
    ['a1', 'team/vision', any, 'team/vision/a1'],
    ['model:best', 'team/vision', ['ArtifactVersion'], 'team/vision/model:best'],
    ['sweeps/s1', 'team/vision', ['Sweep'], 'team/vision/sweeps/s1'],
    ['other/project', 'team/vision', ['Project'], 'other/project'],
    ['https://wandb.ai/team/vision/runs/a1', 'x/y', ['Run'], 'https://wandb.ai/team/vision/runs/a1'],
    ['https://wandb.ai/team/vision/artifacts/model/m/v3', undefined, ['ArtifactVersion'], undefined],
  ])('reads %s with the project %s', (text, project, kinds, path = text) => {
    expect(readTarget(source(project), text)).toEqual({ kinds, path })
  })

  test.each(['a/b/c/d/e', 'https://example.com/team/vision', '/', 'a//b'])('refuses %s', (text) => {
    expect(() => readTarget(source(), text)).toThrow(/^Invalid path /)
  })
})
