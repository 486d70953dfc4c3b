/** A program with one operation. */
export const operationProgram = `export { runConfig } from './src/ops/index.ts'`

/** A program with all operations of the registry, but without the registry itself. */
export const operationsProgram = async (): Promise<string> => {
  const { operations: registry } = await import('../../src/ops/generated/operations.ts')
  const calls = new Set(registry.map(({ call }): unknown => call))
  const names = Object.entries(await import('../../src/ops/index.ts')).flatMap(([name, value]) =>
    calls.has(value) ? [name] : [],
  )
  if (names.length !== registry.length) throw new Error('every operation of the registry must be exported')
  return `export { ${names.join(', ')} } from './src/ops/index.ts'`
}

/** A program that loads runs. */
export const loaderProgram = `export { makeClient, loadRuns, loadRun, runPages, countRuns, orThrow } from './src/loader/index.ts'`
