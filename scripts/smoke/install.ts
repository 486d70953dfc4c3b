import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'

const programs = new URL('./consumer/', import.meta.url)

/** Installs packages into a new project, as `npm init` makes it, and copies the consumer programs into it. */
export const install = async (folder: string, packages: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(programs)) copyFileSync(new URL(file, programs), join(folder, file))
  // `npm run` sets the prefix to this repository in the environment; the option overrides it.
  const options = ['--prefix', folder, '--no-audit', '--no-fund', '--prefer-offline']
  const project = await run('npm', ['init', '-y', '--prefix', folder], folder)
  if (project.code !== 0) return [project.output]
  const { code, output } = await run('npm', ['install', ...options, ...packages], folder)
  if (code !== 0) return [output]
  return ['wandb-run-ops', 'fp-ts', 'io-ts']
    .filter((name) => !existsSync(join(folder, 'node_modules', name)))
    .map((name) => `${name} was not installed`)
}
