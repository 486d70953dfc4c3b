import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { run } from '../../sandbox/fixture.ts'
import { callHere as call, type Outcome } from '../call.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

const project = 'harbor-lab/digits'

const rows = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<Readonly<Record<string, unknown>>>> => {
  const { code, stdout, stderr } = await call([...args, '--format', 'jsonl'], sandbox)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const table = async (...args: ReadonlyArray<string>): Promise<Outcome> => call([...args, '--width', '100'], sandbox)

describe('projects', () => {
  test('lists those of an entity, or of the key', async () => {
    const { code, stdout, stderr } = await table('projects', 'harbor-lab')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')[1]).toMatch(/^digits {2}harbor-lab {2}2026-11-21 /)
    expect(stdout).toContain('\n1 project.\n')
    expect((await table('projects')).stdout).toBe(stdout)
  })

  test('lists the newest first', async () => {
    const names = ['old', 'new', 'older']
    const server = await startSandbox({
      records: names.map((name, at) => ({
        kind: 'project' as const,
        entity: 'team',
        name,
        description: 'line\u001b[31m',
        createdAt: `2026-0${[2, 3, 1][at]}-01T00:00:00`,
        user: 'ada',
      })),
    })
    const { stdout } = await call(['projects', 'team', '-n', '2'], server)
    await server.close()
    expect(
      stdout
        .split('\n')
        .slice(1, 3)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['new', 'old'])
    expect(stdout).toContain('First 2 of 3 projects. Use --limit all to show all.')
    expect(stdout).not.toContain('\u001b')
  })
})

describe('sweeps', () => {
  test('reads the config, for the metric and its goal', async () => {
    expect(await rows('sweeps', project)).toMatchObject([
      { id: 'f0zfmthb', method: 'grid', config: { metric: { name: 'val_loss', goal: 'minimize' } } },
    ])
    const { stdout } = await call(['sweeps', '-p', project, '--format', 'csv'], sandbox)
    expect(stdout.split('\n')[1]).toMatch(/^f0zfmthb,.*,grid,val_loss,minimize,0\.068\d*,64,,2026-11-21T/)
  })

  test('takes the project once', async () => {
    const { code, stderr } = await call(['sweeps', project, '-p', project], sandbox)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'The project is there twice: leave out "harbor-lab/digits" or --project.\n',
    })
  })
})

describe('artifacts', () => {
  test('lists those of a project, of a type if wanted', async () => {
    const models = await rows('artifacts', project, '--type', 'model')
    expect(models).toHaveLength(12)
    const times = models.map(({ createdAt }) => String(createdAt))
    expect(times).toEqual(times.toSorted().toReversed())
    const { stdout } = await table('artifacts', project, '-n', '2')
    expect(stdout).toMatch(/\nFirst 2 of [\d,]+ artifacts\. Use --limit all to show all\.\n$|\nFirst 2 artifacts\. /)
  })

  test('lists the versions of an artifact, with their aliases', async () => {
    const versions = await rows('artifacts', 'digits-train', '-p', project)
    expect(versions.map(({ version }) => version)).toEqual([4, 3, 2, 1, 0])
    const { stdout } = await call(['artifacts', `${project}/digits-train`, '--format', 'csv', '-n', '1'], sandbox)
    expect(stdout).toBe(
      'name,aliases,size,files,createdAt,state,description\n' +
        'digits-train:v4,"[""standardized"",""latest"",""v4""]",74551,3,2026-11-21T02:43:35.000Z,COMMITTED,train split of digits\n',
    )
  })

  test.each([
    [[`${project}/digits-train:raw`], 2, /is one version: leave out the alias/],
    [[`${project}/digits-train`, '--type', 'dataset'], 2, /an artifact has one type/],
    [[`${project}/nope`], 1, /^Could not find artifact "harbor-lab\/digits\/nope"/],
    [[project, '--type', 'modell'], 1, /modell/],
  ])('says what is wrong with %j', async (args, code, message) => {
    const outcome = await call(['artifacts', ...args], sandbox)
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code, stdout: '' })
    expect(outcome.stderr).toMatch(message)
  })
})

describe('files', () => {
  test('lists those of a run and of an artifact version, by name', async () => {
    const { stdout } = await call(['files', '6y19mgha', '-p', project, '--format', 'csv'], sandbox)
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'name,size,updatedAt,mimetype',
      'config.yaml,1675,2026-11-21T02:57:40.000Z,',
      'output.log,4011,2026-11-21T02:57:40.000Z,',
    ])
    expect((await rows('files', `${project}/digits-train:raw`)).map(({ name }) => name)).toEqual([
      'card.json',
      'data.npz',
      'source',
    ])
  })

  test('needs something that has files', async () => {
    const { code, stderr } = await call(['files', project], sandbox)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        '"harbor-lab/digits" is not a run or an artifact version: write entity/project/id, or entity/project/name:alias.\n',
    })
  })
})

test('names what could not be read, and exits with 3', async () => {
  const server = await startSandbox({
    records: [
      run('alpha'),
      { kind: 'project', entity: 'team', name: 'odd', description: null, createdAt: 'yesterday', user: 'ada' },
    ],
  })
  const { code, stdout, stderr } = await call(['projects', 'team', '--json'], server)
  await server.close()
  expect(code).toBe(3)
  expect(stderr).toMatch(/^A project could not be read at createdAt: expected /)
  expect(JSON.parse(stdout)).toMatchObject({ complete: true, projects: [{ name: 'vision' }] })
})
