import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compiled, root, sides } from './paths.ts'

const newest = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (latest, path) => Math.max(latest, statSync(join(folder, path)).mtimeMs),
    0,
  )

const buildPackage = (say: (line: string) => void): void => {
  const main = join(root, 'dist/index.js')
  if (existsSync(main) && statSync(main).mtimeMs > newest(join(root, 'src'))) return
  say('npm run build')
  const { status, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm run build failed: ${stderr}`)
}

/** Compiles the programs of the sides, which import the package as a user does, and the package where it is not there. */
export const prepare = async (say: (line: string) => void): Promise<void> => {
  buildPackage(say)
  rmSync(compiled, { recursive: true, force: true })
  await build({
    entryPoints: readdirSync(sides, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(ours|floor|both)[\\/].*\.ts$/.test(path))
      .map((path) => join(sides, path)),
    outbase: sides,
    outdir: compiled,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    // The package is found by its name, in `dist`, and not in `src`.
    tsconfigRaw: '{}',
    logLevel: 'error',
  })
}
