import type { Operation } from '../../ops/index.ts'

/** The name of an operation's function: `runConfigAt` of `run-configAt`. An identifier, as expressions need one. */
export const operationName = ({ name }: Pick<Operation, 'name'>): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
