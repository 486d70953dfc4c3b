import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import type { EntryPoint } from './entryPoints.ts'
import { moduleGraph } from './moduleGraph.ts'
import { sharedImports } from './sharedChunks.ts'

/**
 * Leaves all packages outside of the bundles but fp-ts, whose functions work on plain data: Node needs longer to import
 * its CommonJS modules than all of ours. io-ts stays outside, so that codecs are instances of the user's `Type`.
 */
const externalPackages: Plugin = {
  name: 'external-packages',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'bundled') return undefined
      if (path.startsWith('fp-ts/es6/')) return resolve(path, { kind, resolveDir, pluginData: 'bundled' })
      return { path: path.replace(/^io-ts\/es6\//, 'io-ts/lib/'), external: true }
    })
  },
}

/** Adds imports to modules. */
const addImports = (root: string, imports: ReadonlyMap<string, ReadonlyArray<string>>): Plugin => ({
  name: 'add-imports',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const added = imports.get(relative(root, path).replaceAll(sep, '/'))
      if (added === undefined) return undefined
      const lines = added.map((file) => `import ${JSON.stringify(join(root, file))}`)
      return { contents: [readFileSync(path, 'utf8'), ...lines].join('\n') }
    })
  },
})

/**
 * Bundles the entry points.
 *
 * @param root - The root of the repository.
 * @param entryPoints - All entry points.
 * @param main - The names of the entry points that load no more than they need.
 * @returns The bundled files, relative to `root`.
 */
export const writeBundles = async (
  root: string,
  entryPoints: ReadonlyArray<EntryPoint>,
  main: ReadonlyArray<string>,
): Promise<ReadonlyArray<string>> => {
  const nameOf = (entryPoint: EntryPoint): string => entryPoint.default.replace(/^\.\/dist\/|\.js$/g, '')
  const options = {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entryPoints.map((entryPoint) => [nameOf(entryPoint), entryPoint.module])),
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // The added imports only group modules; there is nothing to run.
    logOverride: { 'ignored-bare-import': 'silent' },
  } satisfies BuildOptions
  const { metafile } = await build({ ...options, write: false, plugins: [externalPackages] })
  const files = (isMain: boolean) =>
    entryPoints.flatMap((entryPoint) =>
      main.includes(nameOf(entryPoint)) === isMain ? [entryPoint.module.replace(/^\.\//, '')] : [],
    )
  const imports = sharedImports(moduleGraph(metafile), files(true), files(false))
  await build({ ...options, plugins: [addImports(root, imports), externalPackages] })
  return Object.keys(metafile.inputs)
}
