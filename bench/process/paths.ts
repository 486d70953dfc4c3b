import { fileURLToPath } from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const root: string = at('../../')
/** Where the programs of the sides are compiled to. It is within the package, so that they find it by its name. */
export const compiled: string = at('../../.bench/')
export const sides: string = at('../sides/')
export const peers: string = at('../peer/')
