/** Builds a node id: base64 of the type and the identifying parts. */
export const nodeId = (...parts: readonly (string | number)[]): string =>
  Buffer.from(parts.join(':')).toString('base64')

export const readNodeId = (id: string): string[] => Buffer.from(id, 'base64').toString('utf8').split(':')
