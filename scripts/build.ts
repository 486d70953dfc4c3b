import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { licencesOf } from './cli/licences.ts'
import { writeBundles } from './package/bundles.ts'
import { linkDeclarations } from './package/declarations.ts'
import { entryPointsOf } from './package/entryPoints.ts'
import { removeUnused, writeEsModules } from './package/esModules.ts'
import { problemsOf } from './smoke/command.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
const errors = await problemsOf('tsc', ['-p', 'tsconfig.build.json'], root)
if (errors.length > 0) throw new Error(errors.join('\n'))

const entryPoints = entryPointsOf(root)
await writeEsModules(join(dist, 'es6'))
const modules = await writeBundles(root, entryPoints, ['types', 'query', 'ops', 'loader'])
removeUnused(join(dist, 'es6'), new Set(modules.map((file) => join(root, file))))
const declarations = linkDeclarations(
  entryPoints.flatMap(({ types }) => (types === undefined ? [] : [join(root, types)])),
)
removeUnused(join(dist, 'declarations'), declarations)
writeFileSync(join(dist, 'LICENSES.txt'), licencesOf(root, modules))
