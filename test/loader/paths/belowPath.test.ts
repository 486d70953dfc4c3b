import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type WandbError } from 'wandb-run-ops'
import { runExpression } from 'wandb-run-ops/expression'
import {
  type Client,
  countRuns,
  loadArtifact,
  loadArtifacts,
  loadArtifactTypes,
  loadFiles,
  loadHistory,
  loadProject,
  loadRun,
  loadRuns,
  makeClient,
  orThrow,
  runPages,
} from 'wandb-run-ops/loader'
import { artifactUrl, fileUrl, projectUrl, runUrl } from 'wandb-run-ops/ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith } from '../servers/either.ts'
import { type HttpServer, startServer } from '../servers/http.ts'

let sandbox: Sandbox
let server: HttpServer
let client: Client
beforeAll(async () => {
  sandbox = await startSandbox({
    records: [],
    synthetic: { project: 'training', runs: 3, historyRows: 4, filesPerRun: 1, artifactsPerRun: 1 },
  })
  server = await startServer((message, response) => {
    const path = String(message.url)
    if (!path.startsWith('/wandb/')) return response.writeHead(404).end()
    const { authorization = '', 'content-type': type = 'text/plain' } = message.headers
    const headers = { authorization, 'content-type': type }
    const onward = request(
      `${sandbox.url}${path.slice('/wandb'.length)}`,
      { method: message.method, headers },
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(response)
      },
    )
    return message.pipe(onward)
  })
  client = makeClient({ baseUrl: `${server.url}/wandb/`, apiKey: sandbox.apiKey })
})
afterAll(() => Promise.all([server.close(), sandbox.close()]))

describe('a server below a path', () => {
  test('loads what the URLs of its records name', async () => {
    const { runs } = await orThrow(loadRuns({ project: 'synthetic/training', order: '+created_at' })(client))
    const [run] = runs
    if (run === undefined) throw new Error('no run')
    expect(runUrl(run)).toBe(`${server.url}/wandb/synthetic/training/runs/${run.id}`)
    expect((await orThrow(loadRun(runUrl(run))(client))).storageId).toBe(run.storageId)
    expect((await orThrow(loadHistory({ run: `${runUrl(run)}/workspace?nw=x` })(client))).length).toBe(4)

    const project = await orThrow(loadProject('synthetic/training')(client))
    expect(await orThrow(countRuns({ project: projectUrl(project) })(client))).toBe(3)
    expect(await orThrow(countRuns({ project: `${server.url}/wandb/synthetic/training` })(client))).toBe(3)

    const [type] = (await orThrow(loadArtifactTypes({ project: projectUrl(project) })(client))).items
    const { items } = await orThrow(loadArtifacts({ project: projectUrl(project), type: String(type?.name) })(client))
    const [artifact] = items
    if (artifact === undefined) throw new Error('no artifact')
    expect((await orThrow(loadArtifact(artifactUrl(artifact))(client))).name).toBe(artifact.name)

    const [file] = (await orThrow(loadFiles({ run })(client))).items
    const url = fileUrl(file as never)
    expect((await orThrow(loadRun(String(url).replace(sandbox.url, `${server.url}/wandb`))(client))).id).toBe(run.id)

    const wandb = connect({ baseUrl: client.baseUrl, apiKey: sandbox.apiKey })
    expect(await wandb.fromPath(runUrl(run))).toMatchObject({ _tag: 'Run', run: { id: run.id } })
    expect(await wandb.fromPath(projectUrl(project))).toMatchObject({ _tag: 'Project' })
    expect(await wandb.fromPath(artifactUrl(artifact))).toMatchObject({ _tag: 'Artifact' })
  })

  test('asks for nothing that is above it', async () => {
    const before = server.seen.length
    const error = failsWith('InvalidPath', await loadRun(`${server.url}/synthetic/training/runs/a`)(client)())
    expect(error.message).toContain(`not below ${server.url.replace('http://', '')}/wandb`)
    expect(server.seen.length).toBe(before)
    expect(server.seen.every(({ url }) => url.startsWith('/wandb/'))).toBe(true)
  })
})

test('a key that was pasted as a path stands in no error', async () => {
  const key = 'not-shaped-like-a-key'
  const own = makeClient({ baseUrl: server.url, apiKey: key })
  const pasted = [
    `${key}/a/b/c/d`,
    `https://${key}@x.example.com/a/b/runs/c`,
    `https://wandb.ai/${key}`,
    `a/b/${key}:${key}`,
  ]
  for (const path of pasted)
    for (const load of [
      loadRun(path),
      loadRuns({ project: path }),
      loadHistory({ run: path }),
      loadArtifact(path),
      loadProject(path),
      loadRuns({ project: 'a/b', order: path }),
      loadRuns({ project: 'a/b', fields: [path as never] }),
      loadRuns({ project: 'a/b', filters: { [path]: 1 } }),
      loadRuns({ project: 'a/b', [path]: 1 } as never),
    ]) {
      const result: { readonly _tag: string } = await load(own)()
      expect(JSON.stringify(result)).not.toContain(key)
      expect(result._tag).toBe('Left')
    }
  for (const query of [
    { project: pasted[0] as string },
    { project: 'a/b', order: key },
    { project: 'a/b', [key]: 1 },
  ]) {
    for await (const page of runPages(query)(own)) expect(JSON.stringify(page)).not.toContain(key)
    const ran = await runExpression({ text: 'runs.count', ...query } as never)(own)()
    expect(JSON.stringify(ran)).not.toContain(key)
  }
  const wandb = connect({ baseUrl: server.url, apiKey: key })
  const shaped = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
  for (const query of [{ project: pasted[0] }, { project: 'a/b', order: key }, { project: 'a/b', [shaped]: 1 }]) {
    const thrown = await (async () => wandb.runs(query as never))().then(
      () => undefined,
      (error: WandbError) => error,
    )
    expect(thrown).toBeInstanceOf(Error)
    expect(String(thrown) + JSON.stringify(thrown)).not.toMatch(new RegExp(`${key}|${shaped}`))
  }
})
