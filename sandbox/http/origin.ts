import type { IncomingMessage } from 'node:http'
import { json, type Reply } from './reply.ts'

/** Names that cannot stand for another machine, with or without a port. */
const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|([a-z0-9-]+\.)*localhost)(:\d+)?$/i

/** A page whose name was pointed at this machine is of the same origin for a browser, but not for its `Host` header. */
export function hostError({ headers: { host = '' } }: IncomingMessage): Reply | undefined {
  return LOOPBACK.test(host)
    ? undefined
    : json(421, { error: 'the sandbox answers to localhost and loopback addresses only' })
}

/** Rejects what another page sent: the requests of programs have neither header. */
export function foreignPageError({ headers }: IncomingMessage): Reply | undefined {
  const { origin, host, 'sec-fetch-site': site = 'none' } = headers
  const isOwn = (origin === undefined || origin === `http://${host}`) && /^(none|same-origin)$/.test(`${site}`)
  return isOwn ? undefined : json(403, { error: 'web pages have no access to this address' })
}
