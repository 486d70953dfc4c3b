import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** A peer dependency and the lowest version in its range. */
export interface Peer {
  readonly name: string
  readonly lowest: string
  /** True for an engine: only its own entry point needs it. */
  readonly optional: boolean
}

/** Returns the first version of a range: 1.2.0 for `^1.2.0 || ^2.0.0`, 8.0.1 for `>=8.0.1 <9`. */
const lowestOf = (range: string): string => range.replace(/^\D*/, '').replace(/\s.*$/, '')

/** Returns the peer dependencies of a package. */
export const peersOf = (root: string): ReadonlyArray<Peer> => {
  const { peerDependencies, peerDependenciesMeta }: Manifest = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  return Object.entries(peerDependencies).map(([name, range]) => ({
    name,
    lowest: lowestOf(range),
    optional: peerDependenciesMeta[name]?.optional === true,
  }))
}
