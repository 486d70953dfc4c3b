import type { DecodeFailure } from '../types/DecodeFailure.ts'

/**
 * One of the errors that a GraphQL server gives beside, or instead of, data.
 *
 * @category Errors
 * @since 0.1.0
 */
export interface GraphqlError {
  /** What the server says. */
  readonly message: string
  /** The way to the field in the answer, where the server tells. */
  readonly path?: ReadonlyArray<string | number>
}

/**
 * Why a load gave nothing, as plain data without the message.
 *
 * @category Errors
 * @since 0.1.0
 */
export type LoadErrorReason =
  /** No API key was found. */
  | { readonly _tag: 'NoCredentials'; readonly host: string }
  /** The server does not know the API key, or asks for one. */
  | { readonly _tag: 'Unauthorized'; readonly host: string; readonly detail: string }
  /** The server knows the API key and does not let it do this. */
  | { readonly _tag: 'Forbidden'; readonly host: string; readonly detail: string }
  /** It does not exist, or the API key may not see it: the server does not say which. */
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
  /** The text names no project or no run. */
  | { readonly _tag: 'InvalidPath'; readonly path: string; readonly reason: string }
  /** A part of the query is not what it should be; nothing was sent. */
  | { readonly _tag: 'InvalidQuery'; readonly field: string; readonly reason: string }
  /** An option of the client is not what it should be; nothing was sent. */
  | { readonly _tag: 'InvalidClient'; readonly option: string; readonly reason: string }
  /** The server refused the GraphQL request, or could answer only a part of it, which is kept in `partial`. */
  | { readonly _tag: 'GraphqlRefused'; readonly errors: ReadonlyArray<GraphqlError>; readonly partial: unknown }
  /** The server answered with an HTTP status that is none of the others. */
  | { readonly _tag: 'HttpFailed'; readonly status: number; readonly detail: string }
  /** Too many requests, for longer than the client may wait. */
  | { readonly _tag: 'RateLimited'; readonly retryAfterSeconds: number | undefined }
  /** The server could not be reached, or the connection broke. */
  | { readonly _tag: 'NetworkFailed'; readonly detail: string }
  /** The server did not answer in time. */
  | { readonly _tag: 'TimedOut'; readonly seconds: number }
  /** The caller's signal ended the load. */
  | { readonly _tag: 'Aborted' }
  /** The answer is not what a W&B server sends. */
  | { readonly _tag: 'ResponseMalformed'; readonly detail: string }
  /** The server gave no new cursor, or nothing new for many pages, so that paging would not end. */
  | { readonly _tag: 'CursorStuck'; readonly cursor: string | undefined; readonly page: number }
  /** The run was sent, and could not be read. */
  | { readonly _tag: 'RunUnreadable'; readonly failure: DecodeFailure }
  /** One thing was sent, and could not be read. */
  | { readonly _tag: 'Unreadable'; readonly what: string; readonly failure: DecodeFailure }
  /** The name of a file would lead out of the target folder; nothing was written. */
  | { readonly _tag: 'UnsafePath'; readonly name: string; readonly reason: string }
  /** A file is not what it should be: cut short, damaged, or of another kind. */
  | { readonly _tag: 'FileUnreadable'; readonly detail: string }
  /** A file could not be read or written on this machine. */
  | { readonly _tag: 'DiskFailed'; readonly path: string; readonly detail: string }
  /** What came is not the file that was meant; nothing is kept of it. */
  | { readonly _tag: 'DigestMismatch'; readonly name: string; readonly expected: string; readonly actual: string }
  /** The file is there already, and nobody said what to do then; nothing was requested. */
  | { readonly _tag: 'FileExists'; readonly path: string }
  /** The server is too old for it. */
  | { readonly _tag: 'Unsupported'; readonly feature: string; readonly advice: string }
