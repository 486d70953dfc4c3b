import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Step {
  readonly name: string
  readonly command: string
  readonly args: ReadonlyArray<string>
  /** A step whose file is not there is left out. */
  readonly needs?: string
}

/** The steps of a lane run one after the other, the lanes side by side. */
const lanes: ReadonlyArray<ReadonlyArray<Step>> = [
  [
    { name: 'types', command: 'tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
    { name: 'types of the package', command: 'tsc', args: ['--noEmit', '-p', 'tsconfig.build.json'] },
    { name: 'lint and format', command: 'biome', args: ['ci', '--colors=off'] },
    { name: 'registry', command: 'tsx', args: ['scripts/registry.ts', '--check'], needs: 'scripts/registry.ts' },
  ],
  [
    { name: 'doc examples', command: 'tsx', args: ['scripts/doctest.ts'] },
    { name: 'types of doc examples', command: 'tsc', args: ['--noEmit', '-p', 'tsconfig.doctest.json'] },
    {
      name: 'types of examples',
      command: 'tsc',
      args: ['--noEmit', '-p', 'examples/tsconfig.json'],
      needs: 'examples/tsconfig.json',
    },
  ],
]

/** What a step printed, kept together so that lanes do not mix. */
const run = ({ name, command, args }: Step): Promise<boolean> =>
  new Promise((resolve) => {
    const started = performance.now()
    let output = ''
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' })
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
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
