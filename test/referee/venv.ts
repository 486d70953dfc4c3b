import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The versions of the official client that we are compared with, the newest first. */
export const versions = ['0.31', '0.30', '0.19'] as const

export type Version = (typeof versions)[number]

export const isVersion = (name: string): name is Version => versions.some((version) => version === name)

const root = fileURLToPath(new URL('../../', import.meta.url))

type Venv = Version | 'clickhouse' | 'frames'

const requirementsOf = (name: Venv): string => fileURLToPath(new URL(`./requirements/${name}.txt`, import.meta.url))

const pythonOf = (name: Venv): string => `${root}.venv/${name}/bin/python`

export const isInstalled = (name: Venv): boolean => existsSync(pythonOf(name))

const run = (command: string, ...parameters: ReadonlyArray<string>): string =>
  execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** The Python of a venv that has what its requirements pin; made and brought up to date where it is not. */
export const installedPython = (name: Venv): string => {
  const python = pythonOf(name)
  const venv = `${root}.venv/${name}`
  const wanted = readFileSync(requirementsOf(name), 'utf8')
  const stamp = `${venv}/requirements.txt`
  if (existsSync(stamp) && existsSync(python) && readFileSync(stamp, 'utf8') === wanted) return python
  console.log(`Installing ${name} in .venv/${name} …`)
  mkdirSync(venv, { recursive: true })
  run('python3', '-m', 'venv', '--clear', venv)
  run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirementsOf(name))
  writeFileSync(stamp, wanted)
  return python
}
