import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { parseProjectPath, parseRunPath } from 'wandb-run-ops/loader'
import { law } from '../../laws/law.ts'
import { failsWith } from '../servers/either.ts'

const defaults = { entity: 'team', project: 'vision' }
const run = (entity: string | undefined, project: string, id: string) => E.right({ entity, project, id })

describe('parseRunPath', () => {
  test.each([
    'user/proj/runs/run',
    'user/proj/run',
    '/user/proj/run',
    '/user/proj/runs/run',
    'user/proj:run',
    'user/proj/run/',
    '//user/proj/run//',
    '  user/proj/run  ',
    ' user / proj / run ',
    'user / proj : run',
    'https://wandb.ai/user/proj/runs/run',
    'http://localhost:8080/user/proj/runs/run',
    'HTTPS://WANDB.AI/user/proj/runs/run',
    'https://wandb.example.com/user/proj/runs/run/',
    'https://wandb.ai/user/proj/runs/run/logs',
    'https://wandb.ai/user/proj/runs/run/files/code/train.py',
    'https://wandb.ai/user/proj/runs/run?nw=nwuser',
    'https://wandb.ai/user/proj/runs/run#charts',
    ' https://wandb.ai/user/proj/runs/run/overview?nw=x#y ',
    'https://wandb.ai/user//proj/runs/run',
  ])('reads %j', (path) => {
    expect(parseRunPath(path, defaults)).toEqual(run('user', 'proj', 'run'))
  })

  test.each([
    ['proj/run', run('team', 'proj', 'run')],
    ['proj:run', run('team', 'proj', 'run')],
    ['run', run('team', 'vision', 'run')],
    ['/run', run('team', 'vision', 'run')],
    ['runs/r', run('team', 'runs', 'r')],
    ['proj/runs/run', run('team', 'proj', 'run')],
    ['a:b:c', run('team', 'a', 'b:c')],
    ['user/a:b:c', run('user', 'a', 'b:c')],
    ['p%20q/run', run('team', 'p%20q', 'run')],
    ['user/my vision/run', run('user', 'my vision', 'run')],
    ['user/runs/runs/runs', run('user', 'runs', 'runs')],
    ['https://wandb.ai/user/my%20vision/runs/run', run('user', 'my vision', 'run')],
    ['https://wandb.ai/user/p/runs/a%2Fb', run('user', 'p', 'a/b')],
    ['https://wandb.ai/user/p/runs/100%', run('user', 'p', '100%')],
    ['https://wandb.ai/user/%F0%9F%9A%80/runs/run', run('user', '🚀', 'run')],
    ['https://wandb.ai/user/🚀/runs/run', run('user', '🚀', 'run')],
    ['https://wandb.ai/user/runs/runs/run', run('user', 'runs', 'run')],
  ])('reads %j', (path, expected) => {
    expect(parseRunPath(path, defaults)).toEqual(expected)
  })

  test.each([
    '',
    '  ',
    ':',
    '/',
    '//',
    '/ /',
    '/ / /',
    'entity/project:',
    ':run',
    'entity//run',
    'a/b/c/d',
    'a/b/c/d/e',
    'entity/project/sweeps/sweep',
    'https://wandb.ai',
    'https://wandb.ai/',
    'https://wandb.ai/user/proj',
    'https://wandb.ai/user/proj/runs',
    'https://wandb.ai/user/proj/runs/',
    'https://wandb.ai/user/proj/runs/%20',
    'https://wandb.ai/user/proj/sweeps/abc',
    'https://wandb.ai/user/proj/reports/Title--abc',
    'https://wandb.ai/user/proj/runs/..',
    'https://',
    'https://[bad/user/proj/runs/run',
  ])('rejects %j even with defaults', (path) => {
    expect(failsWith('InvalidPath', parseRunPath(path, defaults)).message).toMatch(/^Invalid path ".*": .+\.$/)
  })

  test('leaves the entity open where nothing names one', () => {
    expect(parseRunPath('proj/run')).toEqual(run(undefined, 'proj', 'run'))
    expect(parseRunPath('proj:run', { entity: '' })).toEqual(run(undefined, 'proj', 'run'))
  })

  test('reports which part is missing', () => {
    expect(failsWith('InvalidPath', parseRunPath('run', { entity: 'team' })).reason).toMatch(/missing project/)
    expect(failsWith('InvalidPath', parseRunPath('a/b:')).reason).toMatch(/missing run id/)
    expect(failsWith('InvalidPath', parseRunPath('a/b/c/d')).reason).toMatch(/too many segments/)
  })

  test('rejects a value that is not a string', () => {
    expect(failsWith('InvalidPath', parseRunPath(undefined as never)).path).toBe('undefined')
    expect(failsWith('InvalidPath', parseRunPath(7 as never)).path).toBe('7')
  })

  test('shows neither a password in a URL nor more than the beginning of a long text', () => {
    const error = failsWith('InvalidPath', parseRunPath('https://api:secret@wandb.ai/user'))
    expect(JSON.stringify(error)).not.toContain('secret')
    expect(failsWith('InvalidPath', parseRunPath('a/'.repeat(5000))).path.length).toBeLessThan(210)
  })

  test('reads every path that is put together from parts', () => {
    const part = fc.stringMatching(/^[a-z0-9_.-]{1,12}$/)
    law([part, part, part], (entity, project, id) =>
      [`${entity}/${project}/${id}`, `${entity}/${project}/runs/${id}`, `${entity}/${project}:${id}`].every((path) => {
        const read = parseRunPath(path)
        return E.isRight(read) && read.right.entity === entity && read.right.project === project && read.right.id === id
      }),
    )
  })

  test('reads the URL of any names', () => {
    const part = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 8 })
      .filter((text) => text.trim() === text && !/^\.{1,2}$/.test(text))
    law([part, part, part], (entity, project, id) => {
      const url = `https://wandb.ai/${[entity, project, 'runs', id].map(encodeURIComponent).join('/')}`
      const read = parseRunPath(url)
      return E.isRight(read) && read.right.entity === entity && read.right.project === project && read.right.id === id
    })
  })

  test('never throws', () => {
    law([fc.string({ unit: 'binary' })], (text) => ['Left', 'Right'].includes(parseRunPath(text, defaults)._tag))
    law([fc.webUrl({ withFragments: true, withQueryParameters: true })], (url) =>
      ['Left', 'Right'].includes(parseRunPath(url, defaults)._tag),
    )
  })
})

describe('parseProjectPath', () => {
  const project = (entity: string | undefined, name: string) => E.right({ entity, project: name })

  test.each([
    'user/proj',
    '/user/proj',
    'user/proj/',
    ' user / proj ',
    'https://wandb.ai/user/proj',
    'https://wandb.ai/user/proj/',
    'https://wandb.ai/user/proj/workspace?nw=x',
    'https://wandb.ai/user/proj/runs/abc/logs#top',
    'http://localhost:8080/user/proj/table',
  ])('reads %j', (path) => {
    expect(parseProjectPath(path, defaults)).toEqual(project('user', 'proj'))
  })

  test.each([
    [undefined, project('team', 'vision')],
    ['', project('team', 'vision')],
    ['  ', project('team', 'vision')],
    ['/', project('team', 'vision')],
    ['proj', project('team', 'proj')],
    ['p%20q', project('team', 'p%20q')],
    ['https://wandb.ai/user/my%20vision', project('user', 'my vision')],
  ])('reads %j with defaults', (path, expected) => {
    expect(parseProjectPath(path, defaults)).toEqual(expected)
  })

  test('leaves the entity open where nothing names one', () => {
    expect(parseProjectPath('proj')).toEqual(project(undefined, 'proj'))
    expect(parseProjectPath('proj', { entity: '' })).toEqual(project(undefined, 'proj'))
  })

  test.each(['a/b/c', 'a//b', 'a/ /b', 'https://wandb.ai', 'https://wandb.ai/user', 'https://wandb.ai/%20/%20'])(
    'rejects %j',
    (path) => {
      expect(failsWith('InvalidPath', parseProjectPath(path, defaults)).message).toMatch(/^Invalid path ".*": .+\.$/)
    },
  )

  test('has no project of its own to fall back to', () => {
    expect(failsWith('InvalidPath', parseProjectPath(undefined, { entity: 'team' })).reason).toMatch(/missing project/)
    expect(failsWith('InvalidPath', parseProjectPath('', { project: '' })).reason).toMatch(/missing project/)
  })

  test('rejects a value that is not a string', () => {
    expect(failsWith('InvalidPath', parseProjectPath(7 as never)).path).toBe('7')
  })
})
