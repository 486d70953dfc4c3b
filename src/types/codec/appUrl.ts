import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { nullable } from './nullable.ts'

/** The web app's base URL, which loaders add to a node; W&B's own by default. */
export const appUrl: t.Type<string, unknown> = new t.Type(
  'string | null',
  t.string.is,
  (u, context) => E.map((s: string | undefined) => s ?? 'https://wandb.ai')(nullable(t.string).validate(u, context)),
  t.identity,
)
