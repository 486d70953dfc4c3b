/** The target of a reference that can be followed. */
export type ReferenceAddress =
  | { readonly kind: 'url'; readonly url: string }
  /** A file of another artifact version. */
  | { readonly kind: 'artifact'; readonly id: string; readonly name: string }

const ARTIFACT = /^wandb-artifact:\/\/((?:[0-9a-f]{2})+)\/(.+)$/i

/**
 * Resolves a reference to a URL, or to a file of another artifact version, whose id is hexadecimal. `undefined` for
 * references that need other credentials or a local disk, such as `s3:` and `file:`.
 */
export const referenceAddress = (ref: string): ReferenceAddress | undefined => {
  if (/^https?:\/\//i.test(ref)) return { kind: 'url', url: ref }
  const [, hex, name] = ARTIFACT.exec(ref) ?? []
  if (hex === undefined || name === undefined) return undefined
  return { kind: 'artifact', id: Buffer.from(hex, 'hex').toString('base64'), name }
}
