import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { problemsOf } from './command.ts'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** The ways in which a consumer's compiler finds packages. */
export const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
} as const

/** Type-checks the consumer's program, our declarations included. */
export const typeCheck = (folder: string, resolution: keyof typeof resolutions): Promise<ReadonlyArray<string>> => {
  // The same program as a CommonJS file, which imports our ESM.
  const files = resolution === 'nodenext' ? ['program.ts', 'program.cts'] : ['program.ts']
  copyFileSync(join(folder, 'program.ts'), join(folder, 'program.cts'))
  const config = `tsconfig.${resolution}.json`
  const compilerOptions = {
    ...resolutions[resolution],
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  }
  writeFileSync(join(folder, config), JSON.stringify({ compilerOptions, files }))
  return problemsOf(process.execPath, [tsc, '-p', config], folder)
}
