import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { problemsOf, run } from './command.ts'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** The module resolutions of a consumer. */
export const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  // Notebooks and older projects; TypeScript 6 calls it deprecated.
  node10: { module: 'esnext', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
} as const

export type Resolution = keyof typeof resolutions

const writeConfig = (
  folder: string,
  resolution: Resolution,
  files: ReadonlyArray<string>,
  types: ReadonlyArray<string>,
  output: { readonly noEmit: true } | { readonly outDir: string } = { noEmit: true },
): string => {
  const config = `tsconfig.${resolution}.json`
  const compilerOptions = {
    ...resolutions[resolution],
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    ...output,
  }
  writeFileSync(join(folder, config), JSON.stringify({ compilerOptions, files }))
  return config
}

/** Type-checks the consumer's program together with our declarations. */
export const typeCheck = (folder: string, resolution: Resolution): Promise<ReadonlyArray<string>> => {
  // The .cts copy checks that CommonJS can import our ESM.
  const files = resolution === 'nodenext' ? ['program.mts', 'program.cts'] : ['program.mts']
  copyFileSync(join(folder, 'program.mts'), join(folder, 'program.cts'))
  return problemsOf(process.execPath, [tsc, '-p', writeConfig(folder, resolution, files, [])], folder)
}

/** Type-checks the program that uses the engines; errors in the engines' own declarations are ignored. */
export const typeCheckEngines = async (folder: string, resolution: Resolution): Promise<ReadonlyArray<string>> => {
  const config = writeConfig(folder, resolution, ['engines.mts'], ['node'])
  const { code, output } = await run(process.execPath, [tsc, '--pretty', 'false', '-p', config], folder)
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line))
  if (code !== 0 && errors.length === 0) return [output]
  return errors.filter((line) => !/^node_modules\/(?!wandb-run-ops\/)/.test(line))
}

/** Compiles a program of the consumer into the folder `out`. */
export const compile = (folder: string, program: string): Promise<ReadonlyArray<string>> => {
  const config = writeConfig(folder, 'nodenext', [program], [], { outDir: 'out' })
  return problemsOf(process.execPath, [tsc, '-p', config], folder)
}
