import { fileURLToPath } from 'node:url'

const resolve = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const root: string = resolve('../../')
/** The compiled programs of the sides, inside the package so that they can import it by name. */
export const compiled: string = resolve('../../.bench/')
export const sides: string = resolve('../sides/')
export const peers: string = resolve('../peer/')
