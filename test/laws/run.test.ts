import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { runLoggedArtifactVersion, runLoggedArtifactVersions, runName, runRuntime } from 'wandb-run-ops/ops'
import { runCodec } from 'wandb-run-ops/types'
import { hostileString } from '../arbitraries/json.ts'
import { run } from '../arbitraries/run.ts'
import { nodeFields, wireRun } from '../arbitraries/wire.ts'
import { law } from './law.ts'

const codec = runCodec(nodeFields)
const names = fc.oneof(fc.constantFrom('model', 'model:latest', 'model:v1', 'data:best', 'model:'), hostileString)

test('runLoggedArtifactVersion returns a member of runLoggedArtifactVersions or undefined', () => {
  law([run, names], (r, name) => {
    const found = runLoggedArtifactVersion(r, name)
    return found === undefined || runLoggedArtifactVersions(r).includes(found)
  })
})

test('runLoggedArtifactVersion finds every version by its name and any alias but the empty one', () => {
  law([run], (r) =>
    r.loggedArtifactVersions.every(
      ({ name, aliases }) =>
        name.includes(':') ||
        aliases.every((alias) => {
          const found = runLoggedArtifactVersion(r, `${name}:${alias}`)
          return alias === '' ? found === undefined : found?.name === name && found.aliases.includes(alias)
        }),
    ),
  )
})

test('runRuntime is never negative', () => {
  law([run], (r) => runRuntime(r) >= 0)
})

test('runName is always a string', () => {
  law([run], (r) => typeof runName(r) === 'string')
})

test('decoding an encoded run returns the same run', () => {
  law([run], ({ history: _history, events: _events, ...r }) => {
    const decoded = codec.decode(codec.encode(r))
    return E.isRight(decoded) && isDeepStrictEqual(decoded.right, r)
  })
})

test('every node from the server decodes to a value that the codec accepts as a run', () => {
  law([wireRun], (node) => {
    const decoded = codec.decode(node)
    return E.isRight(decoded) && codec.is(decoded.right)
  })
})

test('the runs of these laws have own keys called __proto__', () => {
  expect(fc.sample(run, { numRuns: 500, seed: 1 }).some(({ config }) => Object.hasOwn(config, '__proto__'))).toBe(true)
})
