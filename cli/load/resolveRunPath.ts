import * as E from 'fp-ts/lib/Either.js'
import { parseProjectPath } from '../../src/loader/index.ts'
import { loadFailed } from '../output/ExitError.ts'
import type { Source } from './source.ts'

/** Completes a run id with the project of `--project`; a full path is returned unchanged. */
export const resolveRunPath = ({ client, project }: Source, text: string): string => {
  if (project === undefined) return text
  const path = parseProjectPath(project, { ...client, project: undefined })
  if (E.isLeft(path)) throw loadFailed(path.left)
  if (/[/:]/.test(text)) return text
  const { entity, project: name } = path.right
  return [...(entity === undefined ? [] : [entity]), name, text].join('/')
}
