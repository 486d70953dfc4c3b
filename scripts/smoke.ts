import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sourceFiles } from './doctest/files.ts'
import { problemsOf, run } from './smoke/command.ts'
import { install } from './smoke/install.ts'
import { localPaths, pack } from './smoke/pack.ts'
import { packedFilesProblems } from './smoke/packedFiles.ts'
import { type Peer, peersOf } from './smoke/peers.ts'
import { programProblems } from './smoke/program.ts'
import { makeReport } from './smoke/report.ts'
import { typeCheck, typeCheckEngines } from './smoke/typeCheck.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { check, close } = makeReport(console.log)

const peers = peersOf(root)
const engines = peers.filter(({ optional }) => optional)

/** Pins an engine to the installed version, because the latest one can be newer. */
const pinned = ({ name }: Peer): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string
  }
  return `${name}@${version}`
}

const checkPackage = async (work: string): Promise<void> => {
  const { tarball, files } = await pack(root, work)
  await check('the package contains exactly the expected files', async () =>
    packedFilesProblems(files, sourceFiles(root)),
  )
  await check('the package contains no local path', () => localPaths(tarball, root, work))
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
  await check('the command line works', () => programProblems(consumer))
  await check('only the entry points are reachable', async () => {
    const inner = files
      .filter((file) => file !== 'package.json')
      .flatMap((file) => [file, file.replace(/\.ts$|\.js$/, '')])
    const specifiers = [...inner, 'ops/run', 'ops/index.js', 'loader/node', 'client'].map(
      (path) => `wandb-run-ops/${path}`,
    )
    const { code, stdout, output } = await run(process.execPath, ['unreachable.mjs', ...specifiers], consumer)
    return code === 0 ? stdout.split('\n').filter((line) => line !== '') : [output]
  })
  await check('types under nodenext', () => typeCheck(consumer, 'nodenext'))
  await check('types under bundler', () => typeCheck(consumer, 'bundler'))
  await check('without engines, only their own entry points fail', () =>
    node('withoutEngines.mjs', ...engines.map(({ name }) => name)),
  )

  const withEngines = join(work, 'engines')
  if (await check('installs with the engines', () => install(withEngines, [tarball, ...engines.map(pinned)]))) {
    const run = (...args: ReadonlyArray<string>) => problemsOf(process.execPath, args, withEngines)
    await check('engines work by import', () => run('engines.mjs'))
    await check('engines work by require', () => run('engines.cjs'))
    await check('types with engines under nodenext', () => typeCheckEngines(withEngines, 'nodenext'))
    await check('types with engines under bundler', () => typeCheckEngines(withEngines, 'bundler'))
  }

  const lowest = join(work, 'lowest')
  const lowestPeers = peers.map((peer) => `${peer.name}@${peer.lowest}`)
  if (await check('installs with the lowest peers', () => install(lowest, [tarball, ...lowestPeers])))
    for (const program of ['imported.mjs', 'engines.mjs'])
      await check(`works with the lowest peers: ${program}`, () => problemsOf(process.execPath, [program], lowest))
}

const work = mkdtempSync(join(tmpdir(), 'smoke-'))
try {
  if (await check('builds', () => problemsOf('npm', ['run', 'build'], root))) await checkPackage(work)
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = close()
