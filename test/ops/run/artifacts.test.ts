import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { ArtifactVersion, Run } from 'wandb-run-ops/types'
import {
  runLoggedArtifactVersion,
  runLoggedArtifactVersions,
  runUsedArtifactVersions,
} from '../../../src/ops/run/artifacts.ts'
import { aRun, aVersion } from '../records.ts'

const logged = (...loggedArtifactVersions: ReadonlyArray<ArtifactVersion>) => aRun({ loggedArtifactVersions })
const version = (number: number, ...aliases: ReadonlyArray<string>) => aVersion({ version: number, aliases })

describe('runLoggedArtifactVersions', () => {
  test("returns the record's own list", () => {
    const run = logged(version(0))
    expect(runLoggedArtifactVersions(run)).toBe(run.loggedArtifactVersions)
  })

  test('is rejected by the compiler for a run of a default load', () => {
    const run: Run = aRun()
    // @ts-expect-error TS2345: a default load brings no artifact versions
    expect(runLoggedArtifactVersions(run)).toEqual([])
  })
})

describe('runLoggedArtifactVersion', () => {
  const run = logged(version(2, 'v2'), version(3, 'latest', 'best', 'v3'), aVersion({ name: 'data', version: 7 }))

  test('finds a version by an alias', () => {
    expect(runLoggedArtifactVersion(run, 'model:best')?.version).toBe(3)
  })

  test('finds the latest when the name has no colon', () => {
    expect(runLoggedArtifactVersion(run, 'model')?.version).toBe(3)
  })

  test('finds a version by its number, also where its aliases do not list it', () => {
    expect(runLoggedArtifactVersion(run, 'model:v2')?.version).toBe(2)
    expect(runLoggedArtifactVersion(logged(version(4)), 'model:v4')?.version).toBe(4)
  })

  test.each(['model:3', 'model:33', 'model:x3', 'model:v03', 'model:v3.0', 'model:V3', 'model:v-3', 'model:v'])(
    'finds nothing for %s, which is not a version',
    (name) => {
      expect(runLoggedArtifactVersion(run, name)).toBeUndefined()
    },
  )

  test('finds nothing for an empty alias, not even a version with one', () => {
    expect(runLoggedArtifactVersion(run, 'model:')).toBeUndefined()
    expect(runLoggedArtifactVersion(logged(version(0, '')), 'model:')).toBeUndefined()
  })

  test.each(['', ':', 'other', 'other:latest', 'mode', 'Model', 'team/vision/model:latest'])(
    'finds nothing for %j, the name of no collection that was logged',
    (name) => {
      expect(runLoggedArtifactVersion(run, name)).toBeUndefined()
    },
  )

  test('splits at the first colon', () => {
    expect(runLoggedArtifactVersion(logged(version(1, 'b:c')), 'model:b:c')?.version).toBe(1)
  })

  test('prefers an alias to a number', () => {
    const twisted = logged(version(3), version(1, 'v3'))
    expect(runLoggedArtifactVersion(twisted, 'model:v3')?.version).toBe(1)
  })

  test('returns the highest of several versions with the alias, whatever their order', () => {
    expect(
      runLoggedArtifactVersion(logged(version(1, 'best'), version(10, 'best'), version(9, 'best')), 'model:best'),
    ).toMatchObject({ version: 10 })
  })

  test('returns the first of several versions with one number', () => {
    const first = aVersion({ project: 'one' })
    expect(runLoggedArtifactVersion(logged(first, aVersion({ project: 'two' })), 'model:latest')).toBe(first)
  })

  test('finds nothing when nothing was logged', () => {
    expect(runLoggedArtifactVersion(aRun(), 'model:latest')).toBeUndefined()
  })

  test('does not look among the versions that the run used', () => {
    expect(runLoggedArtifactVersion(aRun({ usedArtifactVersions: [aVersion()] }), 'model:latest')).toBeUndefined()
  })

  test('finds collections and aliases with the names of inherited properties', () => {
    const hostile = logged(aVersion({ name: '__proto__', aliases: ['constructor'] }))
    expect(runLoggedArtifactVersion(hostile, '__proto__:constructor')).toBe(hostile.loggedArtifactVersions[0])
    expect(runLoggedArtifactVersion(hostile, 'constructor')).toBeUndefined()
  })

  test('returns the same data-last, in both types', () => {
    expect(pipe(run, runLoggedArtifactVersion('model:latest'))?.version).toBe(3)
    expectTypeOf(runLoggedArtifactVersion(run, 'model')).toEqualTypeOf<ArtifactVersion | undefined>()
    expectTypeOf(runLoggedArtifactVersion('model')(run)).toEqualTypeOf<ArtifactVersion | undefined>()
  })

  test('is rejected by the compiler for a run of a default load, data-first and data-last', () => {
    const light: Run = aRun()
    // @ts-expect-error TS2769: a default load brings no artifact versions
    expect(runLoggedArtifactVersion(light, 'model')).toBeUndefined()
    // @ts-expect-error TS2345: a default load brings no artifact versions
    expect(runLoggedArtifactVersion('model')(light)).toBeUndefined()
  })
})

describe('runUsedArtifactVersions', () => {
  test("returns the record's own list, also when empty", () => {
    const run = aRun()
    expect(runUsedArtifactVersions(run)).toBe(run.usedArtifactVersions)
  })
})
