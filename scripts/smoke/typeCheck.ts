import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { problemsOf, run } from './command.ts'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** The module resolutions of a consumer. */
export const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
} as const

const writeConfig = (
  folder: string,
  resolution: keyof typeof resolutions,
  files: ReadonlyArray<string>,
  types: ReadonlyArray<string>,
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
    noEmit: true,
  }
  writeFileSync(join(folder, config), JSON.stringify({ compilerOptions, files }))
  return config
}

/** Type-checks the consumer's program together with our declarations. */
export const typeCheck = (folder: string, resolution: keyof typeof resolutions): Promise<ReadonlyArray<string>> => {
  // The .cts copy checks that CommonJS can import our ESM.
  const files = resolution === 'nodenext' ? ['program.ts', 'program.cts'] : ['program.ts']
  copyFileSync(join(folder, 'program.ts'), join(folder, 'program.cts'))
  return problemsOf(process.execPath, [tsc, '-p', writeConfig(folder, resolution, files, [])], folder)
}

/** Type-checks the program that uses the engines; errors in the engines' own declarations are ignored. */
export const typeCheckEngines = async (
  folder: string,
  resolution: keyof typeof resolutions,
): Promise<ReadonlyArray<string>> => {
  const config = writeConfig(folder, resolution, ['engines.ts'], ['node'])
  const { code, output } = await run(process.execPath, [tsc, '--pretty', 'false', '-p', config], folder)
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line))
  if (code !== 0 && errors.length === 0) return [output]
  return errors.filter((line) => !/^node_modules\/(?!wandb-run-ops\/)/.test(line))
}
