import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compiled, root, sides } from './paths.ts'

const lastModified = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (latest, path) => Math.max(latest, statSync(join(folder, path)).mtimeMs),
    0,
  )

const buildPackage = (log: (line: string) => void): void => {
  const main = join(root, 'dist/index.js')
  if (existsSync(main) && statSync(main).mtimeMs > lastModified(join(root, 'src'))) return
  log('npm run build')
  const { status, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm run build failed: ${stderr}`)
}

/** Builds the package if `dist` is out of date, and compiles the programs of the sides. */
export const prepare = async (log: (line: string) => void): Promise<void> => {
  buildPackage(log)
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
    // Without the path mappings of tsconfig.json, the package resolves to `dist` instead of `src`.
    tsconfigRaw: '{}',
    logLevel: 'error',
  })
}
