import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

const pages = readdirSync(new URL('docs', root)).filter((name) => name.endsWith('.md'))
const documents = ['README.md', 'CHANGELOG.md', 'SECURITY.md', ...pages.map((name) => `docs/${name}`)]

/** Whether a file is in the package. */
const isPacked = (path: string): boolean =>
  existsSync(new URL(path, root)) && (documents.includes(path) || path.startsWith('docs/images/') || path === 'LICENSE')

/** The text of a page without its code blocks. */
const proseOf = (path: string): string => read(path).replace(/^( *)```.*?^\1```$/gms, '')

/** The links of a page, to other pages, images and places in them. */
const linksOf = (path: string): ReadonlyArray<string> =>
  [...proseOf(path).matchAll(/\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source ?? '',
  )

/** The anchors of a page, as GitHub and npm make them from headings. */
const anchorsOf = (path: string): ReadonlyArray<string> =>
  [...proseOf(path).matchAll(/^#+ +(.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

const problemOf = (path: string, link: string): ReadonlyArray<string> => {
  if (/^https:\/\//.test(link)) return []
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? path : posix.join(posix.dirname(path), file)
  if (!isPacked(target)) return [`${path}: ${link} is not in the package`]
  return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [`${path}: ${target} has no heading ${link}`]
}

test('every link of the README, the guides, the changelog and the security policy leads to a file in the package', () => {
  const links = documents.flatMap((path) => linksOf(path).map((link) => ({ path, link })))
  expect(links.length).toBeGreaterThan(50)
  expect(links.flatMap(({ path, link }) => problemOf(path, link))).toEqual([])
})

test('a link to a file outside of the package, to a missing page or to a missing heading is a problem', () => {
  expect(problemOf('README.md', 'package-lock.json')).toEqual(['README.md: package-lock.json is not in the package'])
  expect(problemOf('docs/loading.md', '../docs/none.md')).toHaveLength(1)
  expect(problemOf('docs/loading.md', '#no-such-heading')).toHaveLength(1)
  expect(problemOf('README.md', 'docs/loading.md')).toEqual([])
})

test('every image is shown on a page', () => {
  const shown = documents.flatMap((path) => linksOf(path).map((link) => posix.join(posix.dirname(path), link)))
  const images = readdirSync(new URL('docs/images', root)).map((name) => `docs/images/${name}`)
  expect(images.length).toBeGreaterThan(0)
  expect(images.filter((image) => !shown.includes(image))).toEqual([])
})
