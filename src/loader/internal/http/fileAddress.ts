import type { RunFile } from '../../../types/RunFile.ts'

/** The URL that a file is fetched from. */
export interface FileAddress {
  readonly url: string
  /** Whether to omit the API key: signed URLs are rejected with it. */
  readonly anonymous: boolean
}

/** The signed URL of a file, or else the server's; `undefined` if there is neither. */
export const fileAddress = ({ directUrl, url }: RunFile): FileAddress | undefined => {
  if (directUrl) return { url: directUrl, anonymous: true }
  return url ? { url, anonymous: false } : undefined
}
