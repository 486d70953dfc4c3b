import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { usageError } from '../output/ExitError.ts'
import type { Source } from './source.ts'
import { readTarget } from './target.ts'

/** A run or an artifact version, which has files. */
export interface FileOwner {
  readonly kind: 'ArtifactVersion' | 'Run'
  readonly path: string
}

/** Reads a path on the command line as that of a run or an artifact version. */
export const fileOwner = (source: Source, text: string): FileOwner => {
  const { kinds, path } = readTarget(source, text)
  const kind = kinds.find((one) => one === 'ArtifactVersion' || one === 'Run')
  if (kind === 'ArtifactVersion' || kind === 'Run') return { kind, path }
  throw usageError(
    `"${escapeControl(text)}" is not a run or an artifact version: write entity/project/id, or entity/project/name:alias.`,
  )
}
