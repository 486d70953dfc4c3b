/** Where a reference leads, as far as it can be followed. */
export type ReferenceAddress =
  | { readonly kind: 'url'; readonly url: string }
  /** A file of another artifact version. */
  | { readonly kind: 'artifact'; readonly id: string; readonly name: string }

const ARTIFACT = /^wandb-artifact:\/\/((?:[0-9a-f]{2})+)\/(.+)$/i

/**
 * The address behind a reference: one on the web, or a file of another artifact version, whose id stands there in
 * hexadecimal digits. `undefined` for what takes somebody's own credentials or disk, such as `s3:` and `file:`.
 */
export const referenceAddress = (ref: string): ReferenceAddress | undefined => {
  if (/^https?:\/\//i.test(ref)) return { kind: 'url', url: ref }
  const [, hex, name] = ARTIFACT.exec(ref) ?? []
  if (hex === undefined || name === undefined) return undefined
  return { kind: 'artifact', id: Buffer.from(hex, 'hex').toString('base64'), name }
}
