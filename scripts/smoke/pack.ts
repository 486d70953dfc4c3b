import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'

/** A packed package. */
export interface Packed {
  readonly tarball: string
  /** The paths in the package. */
  readonly files: ReadonlyArray<string>
}

/** Returns the contents of all files in a package. */
const contents = async (tarball: string, cwd: string): Promise<string> => {
  const { code, stdout, output } = await run('tar', ['-xzOf', tarball], cwd)
  if (code !== 0 || stdout === '') throw new Error(`${tarball} is empty or unreadable: ${output}`)
  return stdout
}

/** Returns the lines that contain a local path. */
export const localPaths = async (tarball: string, root: string, cwd: string): Promise<ReadonlyArray<string>> =>
  (await contents(tarball, cwd)).split('\n').filter((line) => line.includes(root.replace(/\/$/, '')))

/** Packs the built package into a folder. */
export const pack = async (root: string, folder: string): Promise<Packed> => {
  const packed = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root)
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (packed.code !== 0 || name === undefined) throw new Error(packed.output)
  const tarball = join(folder, name)
  const { stdout } = await run('tar', ['-tzf', tarball], folder)
  const files = stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/^package\//, '')]))
  return { tarball, files }
}
