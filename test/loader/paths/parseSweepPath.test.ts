import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { parseSweepPath } from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../servers/either.ts'

describe('parseSweepPath', () => {
  test.each([
    'team/vision/s1',
    '/team/vision/s1/',
    'team/vision/sweeps/s1',
    ' team / vision / s1 ',
    'https://wandb.ai/team/vision/sweeps/s1',
    'https://wandb.ai/team/vision/sweeps/s1/workspace?nw=1#x',
  ])('reads %s', (path) => {
    expect(rightOf(parseSweepPath(path))).toEqual({ entity: 'team', project: 'vision', id: 's1' })
  })

  test('decodes percent-encoding in URLs only', () => {
    expect(rightOf(parseSweepPath('https://wandb.ai/team/my%20vision/sweeps/s1')).project).toBe('my vision')
    expect(rightOf(parseSweepPath('team/my%20vision/s1')).project).toBe('my%20vision')
  })

  test('takes what is left out from the defaults', () => {
    expect(rightOf(parseSweepPath('s1', { entity: 'e', project: 'p' }))).toEqual({
      entity: 'e',
      project: 'p',
      id: 's1',
    })
    expect(rightOf(parseSweepPath('vision/s1'))).toEqual({ entity: undefined, project: 'vision', id: 's1' })
  })

  test.each([
    '',
    ' ',
    '/',
    'a/b/c/d',
    'team/vision/runs/r1',
    'https://wandb.ai/team/vision/runs/r1',
    'https://wandb.ai/team/vision',
    's1',
  ])('refuses %j', (path) => {
    expect(failsWith('InvalidPath', parseSweepPath(path)).reason).toContain('sweep')
  })

  test('refuses a value that is not a string', () => {
    expect(E.isLeft(parseSweepPath(7 as never))).toBe(true)
  })

  test('shows no password of a URL', () => {
    expect(failsWith('InvalidPath', parseSweepPath('https://user:secret@wandb.ai/x')).path).not.toContain('secret')
  })
})
