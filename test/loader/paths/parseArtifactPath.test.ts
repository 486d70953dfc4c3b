import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { parseArtifactPath } from 'wandb-run-ops/loader'
import { failsWith } from '../servers/either.ts'

const defaults = { entity: 'team', project: 'vision' }

describe('parseArtifactPath', () => {
  test.each([
    ['model', ['team', 'vision', 'model', undefined]],
    ['model:v3', ['team', 'vision', 'model', 'v3']],
    ['nlp/model:v3', ['team', 'nlp', 'model', 'v3']],
    ['org/nlp/model:v3', ['org', 'nlp', 'model', 'v3']],
    ['/org/nlp/model:v3', ['org', 'nlp', 'model', 'v3']],
    [' org / nlp / model : v3 ', ['org', 'nlp', 'model', 'v3']],
    ['org/nlp/model:best/2:1', ['org', 'nlp', 'model', 'best/2:1']],
    ['model:a/b/c/d', ['team', 'vision', 'model', 'a/b/c/d']],
    ['org/nlp/my%20model', ['org', 'nlp', 'my%20model', undefined]],
    ['https://wandb.ai/org/nlp/artifacts/model/my%20model/v3', ['org', 'nlp', 'my model', 'v3']],
    ['https://wandb.ai/org/nlp/artifacts/model/m/v3/files/w.bin?x=1#y', ['org', 'nlp', 'm', 'v3']],
    ['https://wandb.ai/org/nlp/artifacts/model/m', ['org', 'nlp', 'm', undefined]],
  ])('reads %j', (path, [entity, project, name, alias]) => {
    expect(parseArtifactPath(path, defaults)).toEqual(E.right({ entity, project, name, alias }))
  })

  test('leaves the entity open where nothing names one', () => {
    expect(parseArtifactPath('vision/model')).toMatchObject({ right: { entity: undefined, project: 'vision' } })
  })

  test.each([
    '',
    '   ',
    ':v3',
    'a/b/',
    'a/b/:v3',
    'a//m:v3',
    ' /p/ /m',
    'a/b/c/m:v3',
    'a/b/m:',
    'https://wandb.ai/org/nlp/runs/a',
    'https://wandb.ai/org/nlp/artifacts/model',
    'https://',
    5 as never,
  ])('refuses %j', (path) => {
    failsWith('InvalidPath', parseArtifactPath(path, defaults))
  })

  test('refuses a name without a project', () => {
    failsWith('InvalidPath', parseArtifactPath('model:v3'))
  })

  test('does not repeat what may be a key', () => {
    const error = failsWith('InvalidPath', parseArtifactPath('https://user:secret@wandb.ai/x'))
    expect(error.message).not.toContain('secret')
  })
})
