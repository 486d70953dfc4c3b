import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { annotatePure } from './package/annotatePure.ts'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const es6 = fileURLToPath(new URL('../dist-es6', import.meta.url))

/**
 * Replaces the CommonJS modules of fp-ts and io-ts by their ES modules, which a bundler can tree-shake. Node cannot load
 * those, so it uses `dist`.
 */
const forBundlers = (code: string): string => code.replace(/(['"])(fp-ts|io-ts)\/lib\/(\w+)\.js\1/g, '$1$2/es6/$3.js$1')

rmSync(es6, { recursive: true, force: true })
cpSync(dist, es6, { recursive: true, filter: (path) => !/\.d\.ts(\.map)?$|\.js\.map$/.test(path) })
for (const path of readdirSync(es6, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  const file = join(es6, path)
  writeFileSync(
    file,
    annotatePure(file, forBundlers(readFileSync(file, 'utf8'))).replace(/^\/\/# sourceMappingURL=.*$/m, ''),
  )
}
