import { describe, expect, test } from 'vitest'
import { projectPath, projectUrl } from '../../../src/ops/project/url.ts'
import { aProject } from '../records.ts'

const odd = aProject({ entity: 'my team', name: 'a#b?c', appUrl: 'https://wandb.example.com' })

describe('projectPath', () => {
  test('returns entity and project', () => {
    expect(projectPath(aProject())).toBe('team/vision')
  })

  test('encodes each segment', () => {
    expect(projectPath(odd)).toBe('my%20team/a%23b%3Fc')
  })
})

describe('projectUrl', () => {
  test('returns the workspace on the web app of its server', () => {
    expect(projectUrl(odd)).toBe('https://wandb.example.com/my%20team/a%23b%3Fc/workspace')
  })
})
