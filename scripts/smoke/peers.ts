import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** A package that ours works with, and the lowest version that it says it works with. */
export interface Peer {
  readonly name: string
  readonly lowest: string
  /** True for an engine: only its own entry point needs it. */
  readonly optional: boolean
}

/** The first version that a range names: `^1.2.0 || ^2.0.0` is 1.2.0, and `>=8.0.1 <9` is 8.0.1. */
const lowestOf = (range: string): string => range.replace(/^\D*/, '').replace(/\s.*$/, '')

/** The peers that a package names. */
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
