import { isObject } from '../../types/wire/own.ts'
import type { Client } from '../Client.ts'
import { type Missing, notFound } from '../errors.ts'
import type { LoadError } from '../LoadError.ts'
import { isNotFound } from '../readReply.ts'

type Refused = Extract<LoadError, { readonly _tag: 'GraphqlRefused' }>

/** What a message or the name of a query is about. The longer names come first. */
const kinds: ReadonlyArray<readonly [RegExp, Missing]> = [
  [/\bartifact ?type\b/i, 'artifact type'],
  [/\bartifact ?(version|membership)\b/i, 'artifact version'],
  [/\bmanifest\b/i, 'manifest'],
  [/\bartifact/i, 'artifact'],
  [/\b(report|view)\b/i, 'report'],
  [/\bagent/i, 'agent'],
  [/\bsweep/i, 'sweep'],
  [/\bproject\b/i, 'project'],
  [/\b(run|bucket)\b/i, 'run'],
  [/\bfile\b/i, 'file'],
  [/\bteam\b/i, 'team'],
  [/\buser(name)?\b/i, 'user'],
  [/\b(entity|organization)\b/i, 'entity'],
]

/** The kind that is named first: later words may be part of a name, as in `project sweep-run not found`. */
const kindIn = (text: string): Missing | undefined =>
  kinds
    .map(([pattern, kind]) => ({ kind, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.kind

/** The words of the name of a query: `Run`, `Sweep`. */
const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2')

/** The variables of a path, the outermost first. */
const PATH = ['entity', 'project', 'username', 'type', 'sweep', 'id', 'name', 'agent', 'alias'] as const

/** The part of a path that is missing: for a project, without the names of what is in it. */
const pathOf = (what: Missing, variables: Readonly<Record<string, unknown>>): string => {
  const names = what === 'entity' || what === 'team' ? ['entity'] : what === 'project' ? ['entity', 'project'] : PATH
  return names
    .map((name) => variables[name])
    .filter((part) => typeof part === 'string' && part !== '')
    .join('/')
}

const isEmpty = (partial: unknown): boolean =>
  partial === null ||
  partial === undefined ||
  (isObject(partial) && Object.values(partial).every((value) => value === null))

/**
 * The `NotFound` for a response whose errors say nothing else: W&B sends it with status 404, or with another.
 *
 * @param name - The name of the query.
 */
export const missingError = (
  client: Pick<Client, 'redact'>,
  name: string,
  variables: Readonly<Record<string, unknown>>,
  { errors, partial }: Refused,
): LoadError | undefined => {
  if (!isEmpty(partial) || !errors.every(({ message }) => isNotFound(message))) return undefined
  const what =
    errors.map(({ message }) => kindIn(message)).find((kind) => kind !== undefined) ??
    (typeof variables['id'] === 'string' && typeof variables['project'] === 'string' ? 'run' : undefined) ??
    kindIn(words(name)) ??
    (variables['project'] === undefined ? 'entity' : 'project')
  const path = pathOf(what, variables)
  return notFound(client, what, path === '' ? (errors[0]?.message ?? '') : path)
}
