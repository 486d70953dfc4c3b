/** Node ids: base64 of a type, a version and what names the thing. */
export const nodeId = (...parts: readonly (string | number)[]): string =>
  Buffer.from(parts.join(':')).toString('base64')

export const readNodeId = (id: string): string[] => Buffer.from(id, 'base64').toString('utf8').split(':')
