import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licencesOf } from './cli/licences.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'dist-cli')

rmSync(out, { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'cli/main.ts' },
  outdir: out,
  // What only one command needs, such as the writers of Parquet and Arrow and the sandbox, is read when that is called.
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
  // CommonJS among what is bundled asks for Node's own modules so.
  banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
  logLevel: 'warning',
})
// The sandbox looks for its schema in the folder above its own code.
cpSync(join(root, 'sandbox/schema.graphql'), join(out, 'schema.graphql'))
writeFileSync(join(out, 'LICENSES.txt'), licencesOf(root, Object.keys(metafile.inputs)))
chmodSync(join(out, 'main.js'), 0o755)
