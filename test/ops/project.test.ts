import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import {
  eqProject,
  ordProjectByName,
  projectAccess,
  projectCreatedAt,
  projectDescription,
  projectEntity,
  projectId,
  projectIsBenchmark,
  projectLastActiveAt,
  projectName,
  projectPath,
  projectReadOnly,
  projectRunCount,
  projectSweepCount,
  projectTags,
  projectUpdatedAt,
  projectUrl,
  projectUser,
} from '../../src/ops/project.ts'
import { aProject } from './records.ts'

describe('projectAccess', () => {
  test('returns the access', () => {
    const project = aProject()
    expect(projectAccess(project)).toBe(project.access)
  })

  test('returns undefined if there is none', () => {
    expect(projectAccess(aProject({ access: undefined }))).toBe(undefined)
  })
})

describe('projectRunCount', () => {
  test('returns the number of runs', () => {
    const project = aProject()
    expect(projectRunCount(project)).toBe(project.runCount)
  })

  test('returns undefined if there is none', () => {
    expect(projectRunCount(aProject({ runCount: undefined }))).toBe(undefined)
  })
})

describe('projectSweepCount', () => {
  test('returns the number of sweeps', () => {
    const project = aProject()
    expect(projectSweepCount(project)).toBe(project.sweepCount)
  })

  test('returns undefined if there is none', () => {
    expect(projectSweepCount(aProject({ sweepCount: undefined }))).toBe(undefined)
  })
})

describe('projectCreatedAt', () => {
  test('returns the creation time', () => {
    const project = aProject()
    expect(projectCreatedAt(project)).toEqual(project.createdAt)
  })

  test('returns undefined if there is none', () => {
    expect(projectCreatedAt(aProject({ createdAt: undefined }))).toBe(undefined)
  })
})

describe('projectDescription', () => {
  test('returns the description', () => {
    const project = aProject()
    expect(projectDescription(project)).toBe(project.description)
  })

  test('returns undefined if there is none', () => {
    expect(projectDescription(aProject({ description: undefined }))).toBe(undefined)
  })
})

describe('projectEntity', () => {
  test('returns the entity', () => {
    const project = aProject()
    expect(projectEntity(project)).toBe(project.entity)
  })
})

describe('eqProject', () => {
  test('treats records with the same id as equal, whatever else differs', () => {
    expect(eqProject.equals(aProject(), aProject({ name: 'renamed' }))).toBe(true)
  })

  test('distinguishes projects with the same name', () => {
    expect(eqProject.equals(aProject(), aProject({ id: 'other' as StorageId }))).toBe(false)
  })
})

describe('projectId', () => {
  test('returns the id', () => {
    const project = aProject()
    expect(projectId(project)).toBe(project.id)
  })
})

describe('projectIsBenchmark', () => {
  test('returns the flag', () => {
    const project = aProject()
    expect(projectIsBenchmark(project)).toBe(project.isBenchmark)
  })

  test('returns undefined if there is none', () => {
    expect(projectIsBenchmark(aProject({ isBenchmark: undefined }))).toBe(undefined)
  })
})

describe('projectLastActiveAt', () => {
  test('returns the time', () => {
    const project = aProject()
    expect(projectLastActiveAt(project)).toEqual(project.lastActiveAt)
  })

  test('returns undefined if there is none', () => {
    expect(projectLastActiveAt(aProject({ lastActiveAt: undefined }))).toBe(undefined)
  })
})

describe('projectName', () => {
  test('returns the name', () => {
    const project = aProject()
    expect(projectName(project)).toBe(project.name)
  })
})

describe('ordProjectByName', () => {
  test('orders by name, capitals before small letters', () => {
    const [audio, vision, zoo] = ['audio', 'vision', 'Zoo'].map((name) => aProject({ name }))
    expect([vision, audio, zoo].sort((a, b) => ordProjectByName.compare(a ?? aProject(), b ?? aProject()))).toEqual([
      zoo,
      audio,
      vision,
    ])
  })
})

describe('projectReadOnly', () => {
  test('returns the flag', () => {
    const project = aProject()
    expect(projectReadOnly(project)).toBe(project.readOnly)
  })

  test('returns undefined if there is none', () => {
    expect(projectReadOnly(aProject({ readOnly: undefined }))).toBe(undefined)
  })
})

describe('projectTags', () => {
  test('returns the tags', () => {
    const project = aProject()
    expect(projectTags(project)).toBe(project.tags)
  })

  test('returns an empty list if there is none', () => {
    expect(projectTags(aProject({ tags: [] }))).toEqual([])
  })
})

describe('projectUpdatedAt', () => {
  test('returns the time of the last update', () => {
    const project = aProject()
    expect(projectUpdatedAt(project)).toEqual(project.updatedAt)
  })

  test('returns undefined if there is none', () => {
    expect(projectUpdatedAt(aProject({ updatedAt: undefined }))).toBe(undefined)
  })
})

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

describe('projectUser', () => {
  test('returns the user', () => {
    const project = aProject()
    expect(projectUser(project)).toBe(project.user)
  })
})
