import { describe, expect, test } from 'vitest'
import { reportUrl } from '../../../src/ops/report/url.ts'
import { aReport } from '../records.ts'

describe('reportUrl', () => {
  test.each([
    ['Test Timestamp (25/05/01 09:28:29)', 'Test-Timestamp-25-05-01-09-28-29--VmlldzoxMjM'],
    ['a_b -- c', 'a_b-c--VmlldzoxMjM'],
    ['日本', '--VmlldzoxMjM'],
    [undefined, '--VmlldzoxMjM'],
  ])('ends with the slug of %j and the id without =', (displayName, page) => {
    expect(reportUrl(aReport({ displayName }))).toBe(`https://wandb.ai/team/vision/reports/${page}`)
  })

  test('encodes entity and project', () => {
    expect(reportUrl(aReport({ entity: 'my team', project: 'a/b' }))).toMatch(
      /^https:\/\/wandb\.ai\/my%20team\/a%2Fb\/reports\//,
    )
  })
})
