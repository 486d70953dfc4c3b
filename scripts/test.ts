import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Step {
  readonly name: string
  readonly command: string
  readonly args: ReadonlyArray<string>
  /** The step is skipped if this file does not exist. */
  readonly needs?: string
}

/** An incremental type check. */
const typeCheck = (name: string, project: string): Step => ({
  name,
  command: 'tsc',
  args: [
    ...['--noEmit', '-p', project],
    ...['--incremental', '--tsBuildInfoFile', `node_modules/.cache/tsc/${name.replaceAll(' ', '-')}.tsbuildinfo`],
  ],
  needs: project,
})

/** Lanes run in parallel, the steps of a lane in sequence; both take about the same time. */
const lanes: ReadonlyArray<ReadonlyArray<Step>> = [
  [
    typeCheck('types', 'tsconfig.json'),
    // `types` checks src already; this adds `isolatedDeclarations`.
    { name: 'declarations', command: 'tsc', args: ['--noEmit', '--noCheck', '-p', 'tsconfig.build.json'] },
    { name: 'registry', command: 'tsx', args: ['scripts/registry.ts', '--check'], needs: 'scripts/registry.ts' },
  ],
  [
    { name: 'doc examples', command: 'tsx', args: ['scripts/doctest.ts'] },
    typeCheck('types of doc examples', 'tsconfig.doctest.json'),
    typeCheck('types of examples', 'examples/tsconfig.json'),
    { name: 'lint and format', command: 'biome', args: ['ci', '--colors=off'] },
  ],
]

/** Runs a step. Its output is buffered, so that lanes do not interleave. */
const run = ({ name, command, args }: Step): Promise<boolean> =>
  new Promise((resolve) => {
    const started = performance.now()
    let output = ''
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' })
    const append = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', append)
    child.stderr.on('data', append)
    child.on('error', ({ message }) => {
      output += `${message}\n`
    })
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'passed' : 'failed'}  ${name} (${seconds} s)`)
      if (code !== 0) console.log(output)
      resolve(code === 0)
    })
  })

const runLane = async (steps: ReadonlyArray<Step>): Promise<boolean> => {
  let passed = true
  for (const step of steps)
    if (step.needs === undefined || existsSync(`${root}${step.needs}`)) passed = (await run(step)) && passed
  return passed
}

const passed = await Promise.all(lanes.map(runLane))
const vitest = spawn('vitest', ['run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
vitest.on('close', (code) => {
  process.exitCode = passed.every(Boolean) ? (code ?? 1) : 1
})
