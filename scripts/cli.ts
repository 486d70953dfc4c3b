import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './cli/bundle.ts'
import { licencesOf } from './cli/licences.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'dist/cli')

rmSync(out, { recursive: true, force: true })
const inputs = await bundle(root, out)
writeFileSync(join(out, 'LICENSES.txt'), licencesOf(root, inputs))
chmodSync(join(out, 'main.js'), 0o755)
