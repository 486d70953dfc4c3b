import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import {
  eqSweep,
  ordSweepByCreatedAt,
  sweepBestLoss,
  sweepConfig,
  sweepConfigAt,
  sweepCreatedAt,
  sweepDescription,
  sweepDisplayName,
  sweepEntity,
  sweepExpectedRunCount,
  sweepId,
  sweepMethod,
  sweepMetric,
  sweepName,
  sweepPath,
  sweepProject,
  sweepRunCount,
  sweepState,
  sweepStorageId,
  sweepUpdatedAt,
  sweepUrl,
} from '../../src/ops/sweep.ts'
import { aSweep, at } from './records.ts'

describe('sweepBestLoss', () => {
  test('returns the best value', () => {
    const sweep = aSweep()
    expect(sweepBestLoss(sweep)).toBe(sweep.bestLoss)
  })

  test('returns undefined if there is none', () => {
    expect(sweepBestLoss(aSweep({ bestLoss: undefined }))).toBe(undefined)
  })
})

const sweep = aSweep({ config: { parameters: { 'a.b': { values: [1, 2] } } } })

describe('sweepConfig', () => {
  test('returns the whole config', () => {
    expect(sweepConfig(sweep)).toBe(sweep.config)
  })
})

describe('sweepConfigAt', () => {
  test('returns the value at a path, keys taken whole', () => {
    expect(sweepConfigAt(sweep, ['parameters', 'a.b', 'values', 1])).toBe(2)
    expect(sweepConfigAt(sweep, ['parameters', 'a', 'b'])).toBe(undefined)
  })

  test('takes the sweep last, too', () => {
    expect(pipe(sweep, sweepConfigAt(['parameters', 'a.b']))).toEqual({ values: [1, 2] })
  })

  test('finds nothing in a prototype', () => {
    expect(sweepConfigAt(sweep, ['constructor'])).toBe(undefined)
  })
})

describe('sweepCreatedAt', () => {
  test('returns the time', () => {
    const sweep = aSweep()
    expect(sweepCreatedAt(sweep)).toEqual(sweep.createdAt)
  })
})

describe('sweepDescription', () => {
  test('returns the description', () => {
    const sweep = aSweep()
    expect(sweepDescription(sweep)).toBe(sweep.description)
  })

  test('returns undefined if there is none', () => {
    expect(sweepDescription(aSweep({ description: undefined }))).toBe(undefined)
  })
})

test('eqSweep goes by the storage id alone', () => {
  expect(eqSweep.equals(aSweep(), aSweep({ state: 'FINISHED' }))).toBe(true)
  expect(eqSweep.equals(aSweep(), aSweep({ storageId: 'other' as StorageId }))).toBe(false)
})

describe('sweepId', () => {
  test('returns the short id', () => {
    const sweep = aSweep()
    expect(sweepId(sweep)).toBe(sweep.id)
  })
})

describe('sweepStorageId', () => {
  test('returns the storage id', () => {
    const sweep = aSweep()
    expect(sweepStorageId(sweep)).toBe(sweep.storageId)
  })
})

describe('sweepMethod', () => {
  test('returns the method', () => {
    const sweep = aSweep()
    expect(sweepMethod(sweep)).toBe(sweep.method)
  })

  test('returns undefined if there is none', () => {
    expect(sweepMethod(aSweep({ method: undefined }))).toBe(undefined)
  })
})

describe('sweepMetric', () => {
  test('returns name and goal', () => {
    const config = { metric: { name: 'acc', goal: 'maximize' } }
    expect(sweepMetric(aSweep({ config }))).toEqual({ name: 'acc', goal: 'maximize' })
  })

  test('returns undefined if the config names no metric', () => {
    expect(sweepMetric(aSweep({ config: {} }))).toBe(undefined)
  })
})

describe('sweepDisplayName', () => {
  test('returns the display name, or undefined', () => {
    expect(sweepDisplayName(aSweep({ displayName: 'grid' }))).toBe('grid')
    expect(sweepDisplayName(aSweep({ displayName: undefined }))).toBe(undefined)
  })
})

describe('sweepName', () => {
  test('returns the display name before all others', () => {
    expect(sweepName(aSweep({ displayName: 'edited', config: { name: 'configured' } }))).toBe('edited')
  })

  test('returns the name in the config if the display name is missing or empty', () => {
    expect(sweepName(aSweep({ displayName: undefined, config: { name: 'configured' } }))).toBe('configured')
    expect(sweepName(aSweep({ displayName: '', config: { name: 'configured' } }))).toBe('configured')
  })

  test.each([
    [2024, '2024'],
    [1.5, '1.5'],
    [true, 'true'],
    [false, 'false'],
    [0, '0'],
  ])('returns the name %s of a config as text', (name, text) => {
    expect(sweepName(aSweep({ displayName: undefined, config: { name } }))).toBe(text)
  })

  test('returns the id if there is neither, or the name is a list or a dict', () => {
    for (const config of [{}, { name: '' }, { name: null }, { name: [7] }, Object.create({ name: 'inherited' })])
      expect(sweepName(aSweep({ displayName: undefined, config }))).toBe('s1w2e3p4')
  })
})

test('ordSweepByCreatedAt puts the oldest first', () => {
  const old = aSweep({ createdAt: at('09:00:00') })
  const young = aSweep({ createdAt: at('10:00:00') })
  expect([young, old].sort(ordSweepByCreatedAt.compare)).toEqual([old, young])
})

describe('sweepEntity', () => {
  test('returns the entity', () => {
    const sweep = aSweep()
    expect(sweepEntity(sweep)).toBe(sweep.entity)
  })
})

describe('sweepProject', () => {
  test('returns the project', () => {
    const sweep = aSweep()
    expect(sweepProject(sweep)).toBe(sweep.project)
  })
})

describe('sweepRunCount', () => {
  test('returns the number of runs', () => {
    const sweep = aSweep()
    expect(sweepRunCount(sweep)).toBe(sweep.runCount)
  })

  test('returns undefined if there is none', () => {
    expect(sweepRunCount(aSweep({ runCount: undefined }))).toBe(undefined)
  })
})

describe('sweepExpectedRunCount', () => {
  test('returns the number of runs to come to', () => {
    const sweep = aSweep()
    expect(sweepExpectedRunCount(sweep)).toBe(sweep.expectedRunCount)
  })

  test('returns undefined if there is none', () => {
    expect(sweepExpectedRunCount(aSweep({ expectedRunCount: undefined }))).toBe(undefined)
  })
})

describe('sweepState', () => {
  test('returns the state', () => {
    const sweep = aSweep()
    expect(sweepState(sweep)).toBe(sweep.state)
  })
})

describe('sweepUpdatedAt', () => {
  test('returns the time', () => {
    const sweep = aSweep()
    expect(sweepUpdatedAt(sweep)).toEqual(sweep.updatedAt)
  })

  test('returns undefined if there is none', () => {
    expect(sweepUpdatedAt(aSweep({ updatedAt: undefined }))).toBe(undefined)
  })
})

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
