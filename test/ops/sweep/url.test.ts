import { describe, expect, test } from 'vitest'
import { sweepPath, sweepUrl } from '../../../src/ops/sweep/url.ts'
import { aSweep } from '../records.ts'

describe('sweepPath', () => {
  test('returns entity, project and id, each encoded', () => {
    expect(sweepPath(aSweep({ entity: 'a b', project: 'c/d', id: 's#1' }))).toBe('a%20b/c%2Fd/s%231')
  })
})

describe('sweepUrl', () => {
  test('returns the page of the sweep', () => {
    expect(sweepUrl(aSweep())).toBe('https://wandb.ai/team/vision/sweeps/s1w2e3p4')
  })

  test('is on the web app of the server that the sweep came from, spaces as %20', () => {
    expect(sweepUrl(aSweep({ appUrl: 'http://localhost:8080', project: 'my vision' }))).toBe(
      'http://localhost:8080/team/my%20vision/sweeps/s1w2e3p4',
    )
  })
})
