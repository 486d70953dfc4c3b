import { build } from 'esbuild'
import { bundleSize, installedBundleSize } from '../bundleSize/bundleSize.ts'
import { loaderProgram } from '../bundleSize/programs.ts'
import { moduleGraph } from '../package/moduleGraph.ts'

/** Programs that import the package, and the most that each may weigh in a bundle, minified and gzipped, in bytes. */
const limits = async (): Promise<ReadonlyArray<readonly [program: string, limit: number]>> => [
  [`export { runConfig } from 'wandb-run-ops/ops'`, 999],
  // A bundler that splits puts what the door loads on demand, and runConfig with it, into a shared chunk.
  [`export { runConfig } from 'wandb-run-ops'`, 2_999],
  // The tests limit the size of the sources; the package may not be larger.
  [
    loaderProgram.replace('./src/loader/index.ts', 'wandb-run-ops/loader'),
    1.02 * (await bundleSize(loaderProgram)).initial,
  ],
]

/** Bundles programs that import the installed package and returns those that are too large. */
export const bundleSizeProblems = async (folder: string): Promise<ReadonlyArray<string>> => {
  const problems: Array<string> = []
  for (const [program, limit] of await limits()) {
    const { initial } = await installedBundleSize(program, folder)
    if (initial === 0 || initial > limit) problems.push(`${program} has ${initial} bytes; the limit is ${limit}`)
  }
  return problems
}

/**
 * Bundles everything that entry points of the installed package export, for browsers, both as a bundler and as a page
 * without one resolves them, and returns the problems, such as an import of a module of Node.
 */
export const browserProblems = async (
  folder: string,
  entryPoints: ReadonlyArray<string>,
  external: ReadonlyArray<string>,
): Promise<ReadonlyArray<string>> => {
  const problems: Array<string> = []
  for (const entryPoint of entryPoints)
    for (const conditions of [['module'], []]) {
      const { errors } = await build({
        stdin: { contents: `export * from '${entryPoint}'`, resolveDir: folder },
        absWorkingDir: folder,
        bundle: true,
        format: 'esm',
        platform: 'browser',
        conditions,
        external: [...external],
        write: false,
        logLevel: 'silent',
      }).catch(({ errors }: { readonly errors: ReadonlyArray<{ readonly text: string }> }) => ({ errors }))
      problems.push(...errors.map(({ text }) => `${entryPoint}, conditions [${conditions}]: ${text}`))
    }
  return problems
}

/** Returns a problem if Node reads more of our files than expected to import an entry point of the built package. */
export const importProblems = async (root: string, bundle: string, limit: number): Promise<ReadonlyArray<string>> => {
  const { metafile } = await build({
    entryPoints: [bundle],
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const files = moduleGraph(metafile).loadedWith(bundle)
  return files.size <= limit
    ? []
    : [`${bundle} reads ${files.size} files; the limit is ${limit}: ${[...files].join(', ')}`]
}
