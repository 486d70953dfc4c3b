import type { RunFile } from '../../../types/RunFile.ts'

/** Where a file is fetched. */
export interface FileAddress {
  readonly url: string
  /** A signed address is refused where a key comes with it. */
  readonly anonymous: boolean
}

/** The signed address of a file, else that of the server; `undefined` where there is neither. */
export const fileAddress = ({ directUrl, url }: RunFile): FileAddress | undefined => {
  if (directUrl) return { url: directUrl, anonymous: true }
  return url ? { url, anonymous: false } : undefined
}
