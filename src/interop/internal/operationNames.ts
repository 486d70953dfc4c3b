import type { Operation } from '../../ops/index.ts'

/** The name of an operation's function, which is an identifier: `runConfigAt` for `run-configAt`. */
export const operationName = ({ name }: Pick<Operation, 'name'>): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
