import type { DecodeFailure } from '../types/wire/DecodeFailure.ts'
import type { Client } from './Client.ts'
import { type LoadError, type LoadErrorReason, loadError } from './LoadError.ts'

/** The error for an invalid option of a load, such as `limit must be a positive integer`. */
export const invalidOption = (field: string, reason: string): LoadError =>
  loadError({ _tag: 'InvalidQuery', field, reason })

/** The error for an invalid option of a client, such as `baseUrl must be a URL`. */
export const invalidClient = (option: string, reason: string): LoadError =>
  loadError({ _tag: 'InvalidClient', option, reason })

/** The error for a response without what a W&B server sends, such as `the events are not a list`. */
export const malformedResponse = (detail: string): LoadError => loadError({ _tag: 'ResponseMalformed', detail })

/** The error for a file that is truncated, damaged, or of another format. */
export const unreadableFile = (detail: string): LoadError => loadError({ _tag: 'FileUnreadable', detail })

/** The error for a record that was received but could not be decoded. */
export const unreadableRecord =
  (what: string) =>
  (failure: DecodeFailure): LoadError =>
    loadError({ _tag: 'Unreadable', what, failure })

/** What can be missing on a server. */
export type Missing = Extract<LoadErrorReason, { readonly _tag: 'NotFound' }>['what']

/** The error for a record that does not exist, or that the API key has no access to. */
export const notFound = (client: Pick<Client, 'redact'>, what: Missing, path: string): LoadError =>
  loadError({ _tag: 'NotFound', what, path: client.redact(path) })

/** The error for a load that its signal aborted. */
export const aborted: LoadError = loadError({ _tag: 'Aborted' })
