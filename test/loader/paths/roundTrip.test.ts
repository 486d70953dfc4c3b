import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  makeClient,
  parseArtifactPath,
  parsePath,
  parseProjectPath,
  parseRunPath,
  parseSweepPath,
} from 'wandb-run-ops/loader'
import { artifactUrl, artifactVersionUrl, fileUrl, projectUrl, reportUrl, runUrl, sweepUrl } from 'wandb-run-ops/ops'
import { parseReportId } from '../../../src/loader/paths/parsePath.ts'
import { law } from '../../laws/law.ts'

const servers = [
  'https://api.wandb.ai',
  'https://api.forge.coreweave.com',
  'https://forge.coreweave.com/api/wandb',
  'https://api.example.com',
  'https://example.com/wandb',
  'http://localhost:8080/a/b',
]

const name = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text && !/^\.{1,2}$/.test(text) && !/\p{Surrogate}/u.test(text))

/** A name that is no page of a project, which would make the URL of a file ambiguous. */
const project = name.filter((text) => !['runs', 'sweeps', 'reports', 'artifacts', 'workspace'].includes(text))

const isSame = (read: E.Either<unknown, object>, expected: object): boolean => {
  expect(read).toEqual(E.right(expected))
  return true
}

describe.each(servers)('what operations write is read again as a path: %s', (baseUrl) => {
  const client = makeClient({ apiKey: 'not-a-real-key', baseUrl })
  const { appUrl } = client

  test('projects, runs, sweeps', () => {
    law([name, name, name], (entity, at, id) => {
      const place = { appUrl, entity, project: at, id: id as never }
      const expected = { entity, project: at, id }
      return (
        isSame(parseProjectPath(projectUrl({ ...place, name: at }), client), { entity, project: at }) &&
        isSame(parsePath(projectUrl({ ...place, name: at }), client), { _tag: 'Project', entity, project: at }) &&
        isSame(parseRunPath(runUrl(place), client), expected) &&
        isSame(parsePath(runUrl(place), client), { _tag: 'Run', ...expected }) &&
        isSame(parseSweepPath(sweepUrl(place), client), expected) &&
        isSame(parsePath(sweepUrl(place), client), { _tag: 'Sweep', ...expected })
      )
    })
  })

  test('reports', () => {
    law([name, name, name], (entity, at, displayName) => {
      const id = 'VmlldzoxMjM=' as never
      return isSame(parseReportId(reportUrl({ appUrl, entity, project: at, displayName, id }), client) as never, id)
    })
  })

  test('artifacts and versions, in the registry too', () => {
    law([name, name, name.filter((text) => !text.includes('/'))], (entity, at, artifact) => {
      const place = { appUrl, entity, project: at, name: artifact, type: 'a model' }
      const version = { ...place, version: 3 as number }
      const source = { entity, project: at, name: artifact, version: 3 } as never
      return (
        isSame(parseArtifactPath(artifactUrl(place), client), {
          entity,
          project: at,
          name: artifact,
          alias: undefined,
        }) &&
        isSame(parseArtifactPath(artifactVersionUrl({ ...version, source }) as string, client), {
          entity,
          project: at,
          name: artifact,
          alias: 'v3',
        })
      )
    })
    const linked = {
      appUrl,
      entity: 'my team',
      project: 'model-registry',
      name: 'best model',
      type: 'model',
      version: 3,
    }
    const url = artifactVersionUrl({ ...linked, source: { entity: 'a', project: 'b', name: 'c', version: 1 } as never })
    expect(url).toContain('/registry/model?selectionPath=')
    expect(parseArtifactPath(url as string, client)).toEqual(
      E.right({ entity: 'my team', project: 'model-registry', name: 'best model', alias: 'v3' }),
    )
  })

  test('files, as paths of their run', () => {
    law([name, project, name, name], (entity, at, id, file) => {
      const url = `${client.baseUrl}/files/${[entity, at, id, file].map(encodeURIComponent).join('/')}`
      return isSame(parseRunPath(fileUrl({ url }) as string, client), { entity, project: at, id })
    })
  })
})

describe('the URL of another server', () => {
  const client = makeClient({ apiKey: 'not-a-real-key', baseUrl: 'https://a.example.com' })
  const other = 'https://b.example.com/acme/zoo'

  test.each([
    ['project', () => parseProjectPath(other, client)],
    ['run', () => parseRunPath(`${other}/runs/r0`, client)],
    ['sweep', () => parseSweepPath(`${other}/sweeps/s0`, client)],
    ['artifact', () => parseArtifactPath(`${other}/artifacts/model/m/v0`, client)],
    ['path', () => parsePath(`${other}/runs/r0`, client)],
    ['report', () => parseReportId(`${other}/reports/A--VmlldzoxMjM`, client)],
  ])('of a %s is refused, and both servers are named', (_, parse) => {
    const read: E.Either<unknown, unknown> = parse()
    expect(read).toMatchObject({ _tag: 'Left', left: { _tag: 'InvalidPath' } })
    expect(JSON.stringify(read)).toMatch(/on b\.example\.com, but the client is connected to a\.example\.com/)
  })

  test('is read where no server is known', () => {
    expect(parseRunPath(`${other}/runs/r0`)).toEqual(E.right({ entity: 'acme', project: 'zoo', id: 'r0' }))
  })
})
