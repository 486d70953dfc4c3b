import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import packageJson from '../../package.json' with { type: 'json' }
import { annotatePure } from '../package/annotatePure.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Resolves fp-ts and io-ts to their ES modules, as the modules for bundlers do, so that unused code is dropped. */
const es6: Plugin = {
  name: 'es6',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^(fp-ts|io-ts)\/lib\// }, ({ path, kind }) =>
      resolve(path.replace('/lib/', '/es6/'), { kind, resolveDir: root }),
    )
  },
}

/** Resolves the specifiers of `imports` in package.json to the sources of the files that browsers get. */
export const browserImports: Plugin = {
  name: 'browser-imports',
  setup: ({ onResolve }) => {
    const { imports }: { readonly imports: Readonly<Record<string, { readonly module: string }>> } = packageJson
    onResolve({ filter: /^#/ }, ({ path }) => {
      const module = imports[path]?.module
      return module === undefined
        ? undefined
        : { path: join(root, module.replace(/^\.\/dist\/es6\/(.*)\.js$/, 'src/$1.ts')) }
    })
  },
}

/** Marks the initializers of constants as pure, as the modules for bundlers have them. */
const pure: Plugin = {
  name: 'pure',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: annotatePure(path, await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

export interface BundleSize {
  /** The bytes that a page downloads before the program starts. */
  readonly initial: number
  /** The bytes that the program loads on demand. */
  readonly lazy: number
}

const measure = async (
  program: string,
  folder: string,
  plugins: Array<Plugin>,
  external: ReadonlyArray<string>,
): Promise<BundleSize> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts', sourcefile: 'program.ts' },
    absWorkingDir: folder,
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
    plugins,
    external: [...external],
    logLevel: 'silent',
  })
  const initial = new Set<string>()
  const follow = (file: string): void => {
    if (initial.has(file)) return
    initial.add(file)
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) if (kind === 'import-statement') follow(path)
  }
  const entry = Object.keys(metafile.outputs).find((file) => metafile.outputs[file]?.entryPoint === 'program.ts')
  if (entry !== undefined) follow(entry)
  const bytes = (isWanted: (file: string) => boolean): number =>
    outputFiles
      .filter(({ path }) => isWanted(relative(folder, path).replaceAll('\\', '/')))
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0)
  return { initial: bytes((file) => initial.has(file)), lazy: bytes((file) => !initial.has(file)) }
}

/** Returns the size of a program with all its imports except `external`, minified and gzipped, in bytes. */
export const bundleSize = (program: string, external: ReadonlyArray<string> = []): Promise<BundleSize> =>
  measure(program, root, [es6, browserImports, pure], external)

/** Returns the size of a program that imports the package as it is installed in a folder. */
export const installedBundleSize = (
  program: string,
  folder: string,
  external: ReadonlyArray<string> = [],
): Promise<BundleSize> => measure(program, folder, [], external)
