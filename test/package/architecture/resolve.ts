import { posix } from 'node:path'

export const isRelative = (specifier: string): boolean => specifier.startsWith('./') || specifier.startsWith('../')

/** The path that a relative specifier means. */
export const resolve = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier)

/** The package of a bare specifier, its scope included; `node:` for all of Node's own. */
export const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')
