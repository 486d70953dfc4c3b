import type { DecodeFailure } from '../types/DecodeFailure.ts'

/**
 * One of the errors that a GraphQL server returns with, or instead of, data.
 *
 * @category Errors
 * @since 0.1.0
 */
export interface GraphqlError {
  /** The message of the server. */
  readonly message: string
  /** The path of the field in the response, if the server reports one. */
  readonly path?: ReadonlyArray<string | number>
}

/**
 * Why a load failed, as plain data without the message.
 *
 * @category Errors
 * @since 0.1.0
 */
export type LoadErrorReason =
  /** No API key was found. */
  | { readonly _tag: 'NoCredentials'; readonly host: string }
  /** The server requires a valid API key. */
  | { readonly _tag: 'Unauthorized'; readonly host: string; readonly detail: string }
  /** The API key is valid but lacks the permission. */
  | { readonly _tag: 'Forbidden'; readonly host: string; readonly detail: string }
  /** It does not exist, or the API key has no access to it: the server does not say which. */
  | {
      readonly _tag: 'NotFound'
      readonly what:
        | 'project'
        | 'run'
        | 'viewer'
        | 'artifact'
        | 'artifact type'
        | 'artifact version'
        | 'manifest'
        | 'file'
        | 'sweep'
        | 'agent'
        | 'entity'
        | 'team'
        | 'user'
        | 'report'
      readonly path: string
    }
  /** The path is not one of a project, run, sweep, artifact or report. */
  | { readonly _tag: 'InvalidPath'; readonly path: string; readonly reason: string }
  /** A field of the query is invalid; nothing was sent. */
  | { readonly _tag: 'InvalidQuery'; readonly field: string; readonly reason: string }
  /** An option of the client is invalid; nothing was sent. */
  | { readonly _tag: 'InvalidClient'; readonly option: string; readonly reason: string }
  /** The server rejected the GraphQL request, or answered only a part of it, which is in `partial`. */
  | { readonly _tag: 'GraphqlRefused'; readonly errors: ReadonlyArray<GraphqlError>; readonly partial: unknown }
  /** The server responded with an HTTP status that no other reason covers. */
  | { readonly _tag: 'HttpFailed'; readonly status: number; readonly detail: string }
  /** The rate limit is exceeded for longer than the client may wait. */
  | { readonly _tag: 'RateLimited'; readonly retryAfterSeconds: number | undefined }
  /** The server could not be reached, or the connection was lost. */
  | { readonly _tag: 'NetworkFailed'; readonly detail: string }
  /** The server did not respond in time. */
  | { readonly _tag: 'TimedOut'; readonly seconds: number }
  /** The caller's signal aborted the load. */
  | { readonly _tag: 'Aborted' }
  /** The response is not one that a W&B server sends. */
  | { readonly _tag: 'ResponseMalformed'; readonly detail: string }
  /** The server returned no new cursor, or nothing new for many pages, so that paging would never end. */
  | { readonly _tag: 'CursorStuck'; readonly cursor: string | undefined; readonly page: number }
  /** The run was received but could not be read. */
  | { readonly _tag: 'RunUnreadable'; readonly failure: DecodeFailure }
  /** The record was received but could not be read. */
  | { readonly _tag: 'Unreadable'; readonly what: string; readonly failure: DecodeFailure }
  /** The name of a file leads out of the target folder; nothing was written. */
  | { readonly _tag: 'UnsafePath'; readonly name: string; readonly reason: string }
  /** A file is truncated, damaged, or of another format. */
  | { readonly _tag: 'FileUnreadable'; readonly detail: string }
  /** A file could not be read or written on this machine. */
  | { readonly _tag: 'DiskFailed'; readonly path: string; readonly detail: string }
  /** The downloaded file is not the expected one; it was discarded. */
  | { readonly _tag: 'DigestMismatch'; readonly name: string; readonly expected: string; readonly actual: string }
  /** The file already exists, and neither `replace` nor `existOk` is set; nothing was requested. */
  | { readonly _tag: 'FileExists'; readonly path: string }
  /** The server is too old for the feature. */
  | { readonly _tag: 'Unsupported'; readonly feature: string; readonly advice: string }
