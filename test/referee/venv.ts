import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const requirements = fileURLToPath(new URL('./requirements.txt', import.meta.url))

const run = (command: string, ...parameters: ReadonlyArray<string>): string =>
  execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** The Python of a venv that has the official client in the pinned version; made on first use. */
export const officialPython = (): string => {
  const given = process.env['REFEREE_PYTHON']
  if (given) return given
  const venv = `${root}.venv`
  const python = `${venv}/bin/python`
  if (!existsSync(python)) {
    console.log('Making a venv for the official client …')
    run('python3', '-m', 'venv', venv)
  }
  run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements)
  return python
}
