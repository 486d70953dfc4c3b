import { describe, expect, test } from 'vitest'
import type { RunId } from 'wandb-run-ops/types'
import { runPath, runUrl } from '../../../src/ops/run/url.ts'
import { aRun } from '../records.ts'

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
