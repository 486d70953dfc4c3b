import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folderOf = (input: string): string | undefined =>
  /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.replaceAll('\\', '/'))?.[1]

/** Returns the licences and notices of a package, or the licence named in its `package.json` if there is no file. */
const textOf = (folder: string): string => {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly [key: string]: unknown
  }
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
  const by = typeof author === 'object' && author !== null ? (author as { readonly name?: string }).name : author
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const body = texts.length > 0 ? texts.join('\n\n') : `By ${by ?? 'its authors'}, under the licence ${license}.`
  return `${name} ${version} (${license})\n\n${body}\n`
}

/**
 * Returns the licences of all packages in a bundle.
 *
 * @param root - The folder that the inputs are relative to.
 * @param inputs - The paths of all files in the bundle.
 */
export const licencesOf = (root: string, inputs: ReadonlyArray<string>): string => {
  const folders = new Set(inputs.flatMap((input) => folderOf(input) ?? []))
  const texts = [...folders]
    .sort()
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => textOf(join(root, folder)))
  return `The program in this folder contains code from these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
