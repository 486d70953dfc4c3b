import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invalidPath, readSegments } from '../../../src/loader/paths/segments.ts'
import { law } from '../../laws/law.ts'

describe('readSegments', () => {
  test.each([
    ['a/b', false, ['a', 'b']],
    [' / a / b c / ', false, ['a', 'b c']],
    ['a//b', false, ['a', '', 'b']],
    ['', false, ['']],
    ['100%', false, ['100%']],
    ['https://wandb.ai/a//b%20c/?x=/y#/z', true, ['a', 'b c']],
    ['HTTP://localhost:8080/100%', true, ['100%']],
    ['https://wandb.ai', true, []],
    ['https://', true, []],
  ])('%j: URL %s, %j', (path, isUrl, segments) => {
    expect(readSegments(path)).toEqual({ isUrl, segments })
  })

  test('a URL has the segments that were encoded into it', () => {
    const segment = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 8 })
      .filter((text) => text.trim() === text && !/^\.{1,2}$/.test(text))
    law([fc.array(segment)], (segments) => {
      const url = `https://wandb.ai/${segments.map(encodeURIComponent).join('/')}`
      return JSON.stringify(readSegments(url).segments) === JSON.stringify(segments)
    })
  })
})

describe('readSegments, for the URLs of a server', () => {
  const cloud = { baseUrl: 'https://api.wandb.ai', appUrl: 'https://wandb.ai' }
  const forge = { baseUrl: 'https://api.forge.coreweave.com', appUrl: 'https://forge.coreweave.com/wandb' }
  const own = { baseUrl: 'http://host:8080/wandb', appUrl: 'http://host:8080/wandb' }
  const page = ['team', 'vision', 'runs', 'a']

  test.each([
    'https://wandb.ai/team/vision/runs/a',
    'http://app.wandb.ai/team/vision/runs/a',
    'https://www.wandb.ai/team/vision/runs/a',
    'https://api.wandb.ai/team/vision/runs/a',
    'https://wandb.ai./team/vision/runs/a',
    'https://forge.coreweave.com/wandb/team/vision/runs/a?nw=x',
    'https://forge.coreweave.com//wandb//team/vision/runs/a/',
    'https://forge.coreweave.com/api/wandb/team/vision/runs/a',
    'https://api.forge.coreweave.com/team/vision/runs/a',
    'forge.coreweave.com/wandb/team/vision/runs/a',
    'wandb.ai/team/vision/runs/a',
  ])('W&B has %s at either of its hosts', (url) => {
    for (const server of [cloud, forge, {}, { baseUrl: 'https://proxy.example.com', appUrl: 'https://wandb.ai' }])
      expect(readSegments(url, server)).toEqual({ isUrl: true, segments: page })
  })

  test.each([
    ['https://forge.coreweave.com/team/vision/runs/a', forge, 'forge.coreweave.com/wandb'],
    ['https://forge.coreweave.com/wandbx/team/vision/runs/a', {}, 'forge.coreweave.com/wandb'],
    ['https://qa.forge.coreweave.com/wandb/team/vision/runs/a', cloud, 'qa.forge.coreweave.com, but'],
    [
      'https://wandb.example.com/team/vision/runs/a',
      cloud,
      'wandb.example.com, but the client is connected to wandb.ai',
    ],
    ['https://wandb.ai/team/vision/runs/a', own, 'wandb.ai, but the client is connected to host:8080/wandb'],
    ['wandb.ai/team/vision', own, 'wandb.ai, but the client is connected to host:8080/wandb'],
    ['http://host/wandb/team/vision/runs/a', own, 'host, but the client is connected to host:8080/wandb'],
    ['http://host:8080/team/vision/runs/a', own, 'host:8080/wandb'],
    ['https://user:secret@evil.com/team/vision/runs/a', cloud, 'evil.com, but'],
    ['https://wandb.ai@evil.com/team/vision/runs/a', cloud, 'evil.com, but'],
  ])('%s is none of %j: %s', (url, server, problem) => {
    const read = readSegments(url, server)
    expect(read).toMatchObject({ isUrl: true, segments: [], problem: expect.stringContaining(problem) })
    expect(JSON.stringify(read)).not.toContain('secret')
  })

  test('the path that a server is below is no part of the path', () => {
    expect(readSegments('http://host:8080/wandb/team/vision/runs/a', own).segments).toEqual(page)
    expect(readSegments('HTTPS://HOST:8080/wandb/team/vision/runs/a', own).segments).toEqual(page)
    expect(readSegments('host:8080/wandb/team/vision/runs/a', own).segments).toEqual(page)
    expect(readSegments('http://host:8080/wandb', own).segments).toEqual([])
  })

  test('a file that the API serves is a page of its run', () => {
    const file = [...page, 'files', 'media', 'a b.png']
    expect(readSegments('https://api.wandb.ai/files/team/vision/a/media/a%20b.png', forge).segments).toEqual(file)
    expect(readSegments('http://host:8080/wandb/files/team/vision/a/media/a%20b.png', own).segments).toEqual(file)
    // A user may be called files.
    expect(readSegments('https://wandb.ai/files/vision/runs/a/logs', cloud).segments).toEqual([
      'files',
      'vision',
      'runs',
      'a',
      'logs',
    ])
  })

  test('a text that only resembles an address is a path', () => {
    for (const path of ['my.team/vision/a', 'wandb.ai', 'evil.com/a/b', 'vision:a/b', 'team/wandb.ai/a'])
      expect(readSegments(path, cloud).isUrl).toBe(false)
  })
})

describe('invalidPath', () => {
  const key = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'

  test('shows no API key, whether it is the one of the client or only looks like one', () => {
    const pasted = [key, `local-${key}`, `team/${key}`, `https://wandb.ai/${key}`, `wandb_v1_${'Ab3_'.repeat(12)}`]
    for (const path of pasted) expect(invalidPath(path, 'x')).toHaveProperty('path', expect.stringContaining('[key]'))
    const redact = (text: string): string => text.replaceAll('my-secret', '[key]')
    expect(invalidPath('my-secret/a/b', 'x', undefined, redact)).toHaveProperty('path', '[key]/a/b')
    // Shortened before it is replaced, the start of a key would remain.
    const long = `${'a'.repeat(190)}/my-secret`
    expect(
      JSON.stringify(invalidPath(long, 'x', undefined, (text) => text.replaceAll('my-secret', '[key]'))),
    ).not.toContain('my-sec')
  })

  test('shows no password and no token of a URL', () => {
    for (const url of [
      'https://api:secret@wandb.ai/a',
      'https://secret@wandb.ai/a',
      'wandb+https://api:secret@wandb.ai/a',
      'https://wandb.ai/a?accessToken=secret&x=1',
      'https://wandb.ai/a?x=1#api_key=secret',
    ])
      expect(JSON.stringify(invalidPath(url, 'x'))).not.toContain('secret')
    expect(invalidPath('https://wandb.ai/a?accessToken=secret&x=1', 'x')).toHaveProperty(
      'path',
      'https://wandb.ai/a?accessToken=…&x=1',
    )
  })

  test('says what was expected, and what is wrong if that is known', () => {
    expect(invalidPath('a/b/c', 'entity/project').message).toBe('Invalid path "a/b/c": expected entity/project.')
    expect(invalidPath('a/b/c', 'entity/project', 'too many segments').message).toBe(
      'Invalid path "a/b/c": too many segments; expected entity/project.',
    )
  })

  test('shows no password, and only the start of a long path', () => {
    expect(invalidPath('https://api:secret@wandb.ai/a', 'x')).toHaveProperty('path', 'https://wandb.ai/a')
    expect(invalidPath('a'.repeat(5000), 'x')).toHaveProperty('path', `${'a'.repeat(200)}…`)
  })
})
