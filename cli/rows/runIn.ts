import * as E from 'fp-ts/lib/Either.js'
import { parseProjectPath } from '../../src/loader/index.ts'
import { notLoaded } from '../Stop.ts'
import type { Source } from '../source.ts'

/** The path of a run whose id alone may have been given, in the project of `--project`. */
export const runIn = ({ client, project }: Source, text: string): string => {
  if (project === undefined || /[/:]/.test(text)) return text
  const path = parseProjectPath(project, { entity: client.entity })
  if (E.isLeft(path)) throw notLoaded(path.left)
  const { entity, project: name } = path.right
  return [...(entity === undefined ? [] : [entity]), name, text].join('/')
}
