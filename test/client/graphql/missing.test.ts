import { describe, expect, test } from 'vitest'
import {
  type Client,
  countRuns,
  loadArtifactTypes,
  loadHistory,
  loadProjects,
  loadRun,
  loadRuns,
  loadSweep,
  makeClient,
} from 'wandb-run-ops/loader'
import { missingError } from '../../../src/client/graphql/missing.ts'
import { failsWith, leftOf } from '../../loader/servers/either.ts'
import { scripted } from '../../loader/servers/scripted.ts'

const answering = (status: number, message: string, data: unknown = null): Client =>
  makeClient({
    apiKey: 'a-key-of-nobody',
    sleep: async () => {},
    fetch: scripted(() => Response.json({ errors: [{ message, path: ['project'] }], data }, { status })).fetch,
  })

describe('an answer that says that nothing was found', () => {
  test.each([200, 400, 404, 410, 422, 500])('is NotFound with status %i', async (status) => {
    const client = answering(status, 'Model not found: project vision', { project: null })
    for (const load of [
      countRuns({ project: 'team/vision' })(client),
      loadRuns({ project: 'team/vision' })(client),
      loadRun('team/vision/r1')(client),
      loadHistory({ run: 'team/vision/r1' })(client),
    ])
      expect(failsWith('NotFound', await load())).toMatchObject({ what: 'project', path: 'team/vision' })
  })

  test('names what the message names, or else what was asked for', async () => {
    const missing = async (message: string, load: (client: Client) => () => Promise<never>) =>
      leftOf(await load(answering(404, message))())
    const run = (client: Client) => loadRun('team/vision/r1')(client) as never
    expect(await missing('could not find run r1', run)).toMatchObject({ what: 'run', path: 'team/vision/r1' })
    expect(await missing('not found', run)).toMatchObject({ what: 'run', path: 'team/vision/r1' })
    expect(await missing('entity team not found during query', run)).toMatchObject({ what: 'entity', path: 'team' })
    expect(await missing('project sweep-run does not exist', run)).toMatchObject({ what: 'project' })
    expect(await missing('project "memory-key" not found', run)).toMatchObject({ what: 'project' })
    const sweep = (client: Client) => loadSweep('team/vision/s1')(client) as never
    expect(await missing('no such thing', sweep)).toMatchObject({ what: 'sweep', path: 'team/vision/s1' })
    const types = (client: Client) => loadArtifactTypes({ project: 'team/vision' })(client) as never
    expect(await missing('not found', types)).toMatchObject({ _tag: 'NotFound' })
    const projects = (client: Client) => loadProjects({ entity: 'team' })(client) as never
    expect(await missing('not found', projects)).toMatchObject({ _tag: 'NotFound' })
  })

  test('is no NotFound where the query is at fault, or a part of the data came', async () => {
    const count = (message: string, data?: unknown) =>
      countRuns({ project: 'team/vision' })(answering(404, message, data))()
    failsWith('GraphqlRefused', await count('no such column: loss'))
    failsWith('GraphqlRefused', await count('upstream not found'))
    failsWith('GraphqlRefused', await count('field "x" not found'))
    failsWith('GraphqlRefused', await count('permission denied'))
    failsWith('GraphqlRefused', await count('artifact not found', { project: { runCount: 3 } }))
  })

  test('keeps a secret', () => {
    const errors = [{ message: 'the secret was not found' }]
    const refused = { _tag: 'GraphqlRefused', errors, partial: undefined, message: '' } as const
    const redact = (text: string) => text.replaceAll('secret', '[key]')
    expect(JSON.stringify(missingError({ redact }, 'Any', {}, refused))).not.toContain('secret')
  })
})
