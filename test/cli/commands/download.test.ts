import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { bundleProgram, call, callHere, type Outcome } from '../call.ts'

bundleProgram()

let sandbox: Sandbox
let cwd = ''
beforeAll(async () => {
  sandbox = await startSandbox()
  cwd = mkdtempSync(join(tmpdir(), 'cli-download-'))
}, 60_000)
afterAll(async () => {
  await sandbox.close()
  rmSync(cwd, { recursive: true, force: true })
})
const project = ['-p', 'harbor-lab/digits']

const download = (...args: ReadonlyArray<string>): Promise<Outcome> => call(['download', ...args], sandbox, { cwd })

test('puts an artifact version into a folder of its name, and keeps what is there', async () => {
  const first = await download('harbor-lab/digits/digits-mlp:best')
  const folder = join(cwd, 'artifacts/digits-mlp:v47')
  expect(first).toEqual({
    code: 0,
    stdout: `${folder}\n`,
    stderr: '2 files (5.54 kB) in artifacts/digits-mlp:v47.\n',
  })
  expect(readdirSync(folder).sort()).toEqual(['card.json', 'model.npz'])
  writeFileSync(join(folder, 'card.json'), 'changed')
  const { stderr } = await download('digits-mlp:best', ...project)
  expect(stderr).toBe('2 files (5.54 kB) in artifacts/digits-mlp:v47, 1 already there.\n')
  expect(readFileSync(join(folder, 'card.json'), 'utf8')).not.toBe('changed')
})

test('puts the files of a run that match into the folder of --output', async () => {
  const { code, stderr } = await download('6y19mgha', ...project, '--output', 'logs', '--files', '*.{json,log}')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '3 files (5.03 kB) in logs.\n' })
  expect(readdirSync(join(cwd, 'logs')).sort()).toEqual(['output.log', 'wandb-metadata.json', 'wandb-summary.json'])
})

test('downloads of the best run', async () => {
  const best = ['--best', 'summary.val_loss', '--minimize', '--filter', '{"config.family": "mlp"}']
  const { code, stdout } = await download(...project, ...best, '--files', 'config.yaml')
  expect(code).toBe(0)
  expect(readdirSync(stdout.trim())).toEqual(['config.yaml'])
})

test('names what could not be downloaded, and exits with 3', async () => {
  const { code, stdout, stderr } = await download('harbor-lab/digits/digits-train:raw', '-o', 'train')
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${join(cwd, 'train')}\n` })
  expect(stderr).toMatch(/^1 reference to files outside W&B left out: --references fetches those /)
  mkdirSync(join(cwd, 'blocked/card.json'), { recursive: true })
  const failed = await download('harbor-lab/digits/digits-train:raw', '-o', 'blocked')
  expect(failed.code).toBe(3)
  expect(failed.stderr).toMatch(/^Could not download card\.json: /)
  expect(readdirSync(join(cwd, 'blocked')).sort()).toEqual(['card.json', 'data.npz'])
  writeFileSync(join(cwd, 'file'), '')
  expect(await download('harbor-lab/digits/digits-train:raw', '-o', 'file')).toMatchObject({ code: 1, stdout: '' })
})

test.each([
  [['harbor-lab/digits'], 2, /is not a run or an artifact version/],
  [[], 2, /^Missing the run: write download /],
  [['harbor-lab/digits/digits-train:nope'], 1, /^Could not find artifact version/],
  [['6y19mgha', ...project, '--files', '*.zip'], 1, /^No file matches --files\.\n$/],
  [['6y19mgha', ...project, '--files', ''], 2, /^--files must be a name or a pattern/],
  [['6y19mgha', ...project, '--references'], 2, /^--references is about artifacts/],
  [['6y19mgha', ...project, '--state', 'finished'], 2, /^--state needs --best/],
  [['6y19mgha', ...project, '--best', 'summary.accuracy'], 2, /--best takes the place of paths/],
])('says what is wrong with %j', async (args, code, message) => {
  const outcome = await callHere(['download', ...args], sandbox)
  expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code, stdout: '' })
  expect(outcome.stderr).toMatch(message)
})
