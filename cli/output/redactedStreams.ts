import { homedir } from 'node:os'
import { redactKeys, redactor } from '../../src/client/credentials.ts'
import { readEnvironment } from '../../src/node/environment.ts'
import { proxyOf } from '../../src/node/proxy.ts'
import type { Streams } from './Streams.ts'

/** The user and password of a URL. */
const USER_INFO = /([a-z][\w+.-]*:\/\/)[^\s/?#"]*@/gi

/** Replaces the API key and passwords in a string, whatever argument they were pasted as. */
const redactorOf = (env: Streams['env']): ((text: string) => string) => {
  const { apiKey } = readEnvironment({ env, home: homedir(), directory: process.cwd() })
  const [redact, proxy] = [redactor(apiKey), proxyOf(env)]
  return (text) => {
    const plain = redactKeys(redact(text)).replace(USER_INFO, '$1')
    return proxy === undefined ? plain : proxy.redact(plain)
  }
}

/** Streams whose stderr shows no secret: errors repeat arguments, and people paste keys. */
export interface RedactedStreams {
  readonly streams: Streams
  /** Replaces secrets in the message and the stack of an error. */
  readonly redactError: (thrown: unknown) => unknown
}

/** Replaces the API key and passwords in all that is written to stderr. The environment is read when that is needed. */
export const redactStreams = (given: Streams): RedactedStreams => {
  let known: ((text: string) => string) | undefined
  const redact = (text: string): string => {
    known ??= redactorOf(given.env)
    return known(text)
  }
  const stderr = new Proxy(given.stderr, {
    get: (target, name) => {
      if (name === 'write')
        return (chunk: unknown, ...rest: ReadonlyArray<never>) =>
          target.write(typeof chunk === 'string' ? redact(chunk) : (chunk as Uint8Array), ...rest)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return {
    streams: { stdout: given.stdout, stderr, env: given.env },
    redactError: (thrown) => {
      if (!(thrown instanceof Error)) return typeof thrown === 'string' ? redact(thrown) : thrown
      const redacted = new Error(redact(thrown.message))
      if (thrown.stack !== undefined) redacted.stack = redact(thrown.stack)
      return redacted
    },
  }
}
