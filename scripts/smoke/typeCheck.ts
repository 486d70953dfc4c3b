import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { problemsOf, run } from './command.ts'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** The ways in which a consumer's compiler finds packages. */
export const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
} as const

const put = (
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

/** Type-checks the consumer's program, our declarations included. */
export const typeCheck = (folder: string, resolution: keyof typeof resolutions): Promise<ReadonlyArray<string>> => {
  // The same program as a CommonJS file, which imports our ESM.
  const files = resolution === 'nodenext' ? ['program.ts', 'program.cts'] : ['program.ts']
  copyFileSync(join(folder, 'program.ts'), join(folder, 'program.cts'))
  return problemsOf(process.execPath, [tsc, '-p', put(folder, resolution, files, [])], folder)
}

/** Type-checks the program of a consumer who has the engines; what an engine's own declarations have wrong is passed over. */
export const typeCheckEngines = async (
  folder: string,
  resolution: keyof typeof resolutions,
): Promise<ReadonlyArray<string>> => {
  const config = put(folder, resolution, ['engines.ts'], ['node'])
  const { code, output } = await run(process.execPath, [tsc, '--pretty', 'false', '-p', config], folder)
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line))
  if (code !== 0 && errors.length === 0) return [output]
  return errors.filter((line) => !/^node_modules\/(?!wandb-run-ops\/)/.test(line))
}
