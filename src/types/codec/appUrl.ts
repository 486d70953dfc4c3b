import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { nullable } from './nullable.ts'

/** The address of the web app, which a loader adds to a node; W&B's own where it did not. */
export const appUrl: t.Type<string, unknown> = new t.Type(
  'string | null',
  t.string.is,
  (u, context) => E.map((s: string | undefined) => s ?? 'https://wandb.ai')(nullable(t.string).validate(u, context)),
  t.identity,
)
