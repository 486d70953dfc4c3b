import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pages, sourceFiles } from './doctest/files.ts'
import { entryPointsOf } from './package/entryPoints.ts'
import { problemsOf, run } from './smoke/command.ts'
import { install } from './smoke/install.ts'
import { browserProblems, bundleSizeProblems, importProblems } from './smoke/installedBundles.ts'
import { localPaths, pack } from './smoke/pack.ts'
import { type PackageParts, packedFilesProblems } from './smoke/packedFiles.ts'
import { type Peer, peersOf } from './smoke/peers.ts'
import { programProblems } from './smoke/program.ts'
import { readmeProgram } from './smoke/readmeProgram.ts'
import { makeReport } from './smoke/report.ts'
import { withSandbox } from './smoke/sandbox.ts'
import { testPackages, testRunnerChecks } from './smoke/testRunners.ts'
import { compile, type Resolution, resolutions, typeCheck, typeCheckEngines } from './smoke/typeCheck.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { check, close } = makeReport(console.log)

const manifest: { readonly exports: object } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const peers = peersOf(root)
const engines = peers.filter(({ optional }) => optional)

/** Pins an engine to the installed version, because the latest one can be newer. */
const pinned = ({ name }: Peer): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string
  }
  return `${name}@${version}`
}

const images = (): ReadonlyArray<string> => readdirSync(join(root, 'docs/images')).map((name) => `docs/images/${name}`)

const parts = (): PackageParts => ({
  sources: sourceFiles(root),
  documents: [...pages(root), ...images(), 'CHANGELOG.md', 'SECURITY.md'],
  named: entryPointsOf(root)
    .flatMap(({ types = [], module, default: bundle }) => [types, module, bundle].flat())
    .map((path) => path.replace(/^\.\//, '')),
})

/** The specifiers of the entry points. */
const entryPointNames = (): ReadonlyArray<string> =>
  Object.keys(manifest.exports).flatMap((key) => (key.endsWith('.json') ? [] : [key.replace(/^\./, 'wandb-run-ops')]))

/** The programs of the consumer that use the door, in JavaScript and TypeScript. */
const doorPrograms = ['readme', 'stranger']

/** Runs a program of the consumer, written in JavaScript and in TypeScript, with a server. */
const checkDoorProgram = async (consumer: string, name: string): Promise<void> => {
  const runProgram = (file: string) =>
    withSandbox(async (env) => {
      const { code, stdout, output } = await run(process.execPath, [file], consumer, env)
      return code === 0 && stdout !== '' ? [] : [`${file} exited with ${code}: ${output}`]
    })
  await check(`${name} works in JavaScript`, () => runProgram(`${name}.mjs`))
  if (await check(`${name} compiles`, () => compile(consumer, `${name}.mts`)))
    await check(`${name} works in TypeScript`, () => runProgram(`out/${name}.mjs`))
}

const checkPackage = async (work: string): Promise<void> => {
  const { tarball, files } = await pack(root, work)
  await check('the package contains exactly the expected files', async () => packedFilesProblems(files, parts()))
  await check('the package contains no local path', () => localPaths(tarball, root, work))
  await check('publint', () => problemsOf('publint', ['run', '--strict', tarball], root))
  await check('attw', () =>
    problemsOf(
      'attw',
      [
        ...[tarball, '--profile', 'strict', '--no-definitely-typed', '--no-emoji', '--format', 'ascii'],
        // `require` of an ES module works in every Node that the package supports.
        ...['--ignore-rules', 'cjs-resolves-to-esm'],
      ],
      root,
    ),
  )

  const consumer = join(work, 'consumer')
  if (!(await check('installs with its peers', () => install(consumer, [tarball])))) return
  const node = (...args: ReadonlyArray<string>) => problemsOf(process.execPath, args, consumer)
  await check('works by import', () => node('imported.mjs'))
  await check('works by require', () => node('required.cjs'))
  await check('the command line works', () => programProblems(consumer))
  for (const ending of ['mjs', 'mts']) writeFileSync(join(consumer, `readme.${ending}`), readmeProgram(root))
  for (const name of doorPrograms) await checkDoorProgram(consumer, name)
  await check('Node reads few files to import the loader', () => importProblems(root, 'dist/loader.js', 8))
  await check('bundlers leave out what is not used', () => bundleSizeProblems(consumer))
  await check('every entry point but node works in browsers', () =>
    browserProblems(
      consumer,
      entryPointNames().filter((name) => name !== 'wandb-run-ops/node'),
      engines.map(({ name }) => name),
    ),
  )
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
  for (const resolution of Object.keys(resolutions) as ReadonlyArray<Resolution>)
    await check(`types under ${resolution}`, () => typeCheck(consumer, resolution))
  await check('without engines, only their own entry points fail', () =>
    node('withoutEngines.mjs', ...engines.map(({ name }) => name)),
  )

  const withEngines = join(work, 'engines')
  if (await check('installs with the engines', () => install(withEngines, [tarball, ...engines.map(pinned)]))) {
    const run = (...args: ReadonlyArray<string>) => problemsOf(process.execPath, args, withEngines)
    await check('engines work by import', () => run('engines.mjs'))
    await check('engines work by require', () => run('engines.cjs'))
    for (const resolution of Object.keys(resolutions) as ReadonlyArray<Resolution>)
      await check(`types with engines under ${resolution}`, () => typeCheckEngines(withEngines, resolution))
  }

  const tested = join(work, 'tested')
  if (await check('installs with test runners', () => install(tested, [tarball, ...testPackages])))
    for (const { name, problems } of testRunnerChecks(tested)) await check(`tests of users run in ${name}`, problems)

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
