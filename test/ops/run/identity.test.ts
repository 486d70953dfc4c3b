import { describe, expect, test } from 'vitest'
import type { RunId } from 'wandb-run-ops/types'
import { runDisplayName, runId, runName, runPath, runStorageId, runUrl } from '../../../src/ops/run/identity.ts'
import { aRun } from '../records.ts'

describe('runId', () => {
  test('returns the short id of the URL, not the id of the server', () => {
    expect(runId(aRun())).toBe('a1b2c3d4')
  })
})

describe('runStorageId', () => {
  test('returns the id of the server', () => {
    expect(runStorageId(aRun())).toBe('UnVuOjE=')
  })
})

describe('runName', () => {
  test('returns the display name', () => {
    expect(runName(aRun())).toBe('swift-sun-1')
  })

  test('returns the id when there is no display name', () => {
    expect(runName(aRun({ displayName: undefined }))).toBe('a1b2c3d4')
  })

  test('returns an empty display name as is', () => {
    expect(runName(aRun({ displayName: '' }))).toBe('')
  })

  test('works with map', () => {
    expect([aRun(), aRun({ displayName: 'b' })].map(runName)).toEqual(['swift-sun-1', 'b'])
  })
})

describe('runDisplayName', () => {
  test('returns undefined when there is no display name', () => {
    expect(runDisplayName(aRun({ displayName: undefined }))).toBeUndefined()
  })

  test('returns the display name', () => {
    expect(runDisplayName(aRun())).toBe('swift-sun-1')
  })
})

describe('runPath', () => {
  test('returns entity, project and id', () => {
    expect(runPath(aRun())).toBe('team/vision/a1b2c3d4')
  })

  test('encodes each segment, including slashes', () => {
    expect(runPath(aRun({ entity: 'a b', project: 'c/d?', id: 'é#' as RunId }))).toBe('a%20b/c%2Fd%3F/%C3%A9%23')
  })
})

describe('runUrl', () => {
  test('returns the page of the run', () => {
    expect(runUrl(aRun())).toBe('https://wandb.ai/team/vision/runs/a1b2c3d4')
  })

  test('uses the web app of the server that the run came from', () => {
    expect(runUrl(aRun({ appUrl: 'http://localhost:8080' }))).toBe('http://localhost:8080/team/vision/runs/a1b2c3d4')
  })

  test('encodes each segment', () => {
    expect(runUrl(aRun({ project: 'c/d' }))).toBe('https://wandb.ai/team/c%2Fd/runs/a1b2c3d4')
  })

  test('returns a URL for a lone surrogate too', () => {
    expect(URL.canParse(runUrl(aRun({ project: '\ud800' })))).toBe(true)
  })
})
