import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sourceFiles } from './doctest/files.ts'
import { problemsOf, run } from './smoke/command.ts'
import { install } from './smoke/install.ts'
import { pack, pathsOfThisMachine } from './smoke/pack.ts'
import { packedFilesProblems } from './smoke/packedFiles.ts'
import { makeReport } from './smoke/report.ts'
import { typeCheck } from './smoke/typeCheck.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { check, close } = makeReport(console.log)

/** The lowest versions of the peers that the package says it works with. */
const lowestPeers = (): ReadonlyArray<string> => {
  const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    peerDependencies: Record<string, string>
  }
  return Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace(/^\^/, '')}`)
}

const checkPackage = async (work: string): Promise<void> => {
  const { tarball, files } = await pack(root, work)
  await check('the package holds what it should and nothing else', async () =>
    packedFilesProblems(files, sourceFiles(root)),
  )
  await check('the package names no path of this machine', () => pathsOfThisMachine(tarball, root, work))
  await check('publint', () => problemsOf('publint', ['run', '--strict', tarball], root))
  await check('attw', () =>
    problemsOf(
      'attw',
      [tarball, '--profile', 'esm-only', '--no-definitely-typed', '--no-emoji', '--format', 'ascii'],
      root,
    ),
  )

  const consumer = join(work, 'consumer')
  if (!(await check('installs with its peers', () => install(consumer, [tarball])))) return
  const node = (...args: ReadonlyArray<string>) => problemsOf(process.execPath, args, consumer)
  await check('works by import', () => node('imported.mjs'))
  await check('works by require', () => node('required.cjs'))
  await check('nothing but the entry points is reachable', async () => {
    const inner = files
      .filter((file) => file !== 'package.json')
      .flatMap((file) => [file, file.replace(/\.ts$|\.js$/, '')])
    const specifiers = [...inner, 'ops/run', 'ops/index.js', 'loader/node'].map((path) => `wandb-run-ops/${path}`)
    const { code, stdout, output } = await run(process.execPath, ['unreachable.mjs', ...specifiers], consumer)
    return code === 0 ? stdout.split('\n').filter((line) => line !== '') : [output]
  })
  await check('types under nodenext', () => typeCheck(consumer, 'nodenext'))
  await check('types under bundler', () => typeCheck(consumer, 'bundler'))

  const lowest = join(work, 'lowest')
  if (await check('installs with the lowest peers', () => install(lowest, [tarball, ...lowestPeers()])))
    await check('works with the lowest peers', () => problemsOf(process.execPath, ['imported.mjs'], lowest))
}

const work = mkdtempSync(join(tmpdir(), 'smoke-'))
try {
  if (await check('builds', () => problemsOf('npm', ['run', 'build'], root))) await checkPackage(work)
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = close()
