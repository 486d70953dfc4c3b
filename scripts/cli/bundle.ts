import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles the command-line program.
 *
 * @param root - The root of the repository.
 * @param out - The folder to write to.
 * @returns The paths of the bundled files, relative to `root`.
 */
export const bundle = async (root: string, out: string): Promise<ReadonlyArray<string>> => {
  const { metafile } = await build({
    absWorkingDir: root,
    // The sandbox is also the one of `wandb-run-ops/testing`.
    entryPoints: { main: 'cli/main.ts', 'parts/sandbox': 'sandbox/index.ts' },
    outdir: out,
    // Code that only one command needs, such as the Parquet and Arrow writers and the sandbox, is loaded on demand.
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    metafile: true,
    // Bundled CommonJS modules call `require` for Node's built-ins.
    banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
    logLevel: 'warning',
  })
  // The sandbox reads its schema from the parent of its own folder.
  cpSync(join(root, 'sandbox/schema.graphql'), join(out, 'schema.graphql'))
  return Object.keys(metafile.inputs)
}
