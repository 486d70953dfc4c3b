import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Panel, startPanel } from '../../examples/panel/node/startPanel.ts'
import { EXAMPLES } from '../../examples/panel/page/examples.ts'
import { chromiumPath, launch } from './panel/chromium.ts'
import { faintText } from './panel/contrast.ts'
import { openPanel, type PanelPage } from './panel/panelPage.ts'

const browserPath = chromiumPath()
if (browserPath === undefined)
  console.log('Panel tests skipped: Chromium not found. Install it (apt-get install chromium) or set CHROMIUM.')

const GROUPS =
  'runs.groupby((row) => row.config["tpe_epoch"]).map((row) => {epochs: row.groupkey, acc: row.summary["acc"].avg})'
const DOTS = 'runs.map((row) => {lr: row.config["lr"], acc: row.summary["acc"], optimizer: row.config["optimizer"]})'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const images = fileURLToPath(new URL('../../docs/images', import.meta.url))

describe.skipIf(browserPath === undefined)('the query panel in Chromium', { timeout: 90_000 }, () => {
  let panel: Panel
  let browser: Browser
  let open: Array<PanelPage> = []

  beforeAll(async () => {
    panel = await startPanel()
    browser = await launch(browserPath ?? '')
  }, 60_000)

  afterEach(async () => {
    panel.sandbox?.faults.clear()
    await Promise.all(open.map(({ close }) => close()))
    open = []
  })

  afterAll(async () => {
    await browser?.close()
    await panel?.close()
  })

  const panelPage = async (options?: BrowserContextOptions): Promise<PanelPage> => {
    const opened = await openPanel(browser, panel.url, options)
    open.push(opened)
    return opened
  }

  test('counts all 600 runs and draws one bar for each group', async () => {
    const { ask, errors, fact, page } = await panelPage()
    await ask(GROUPS)
    expect(await fact('Runs read')).toBe('600')
    expect(await fact('Requests')).toBe('3')
    expect(await fact('Unreadable runs')).toBe('0')
    expect(await page.locator('#summary').textContent()).toContain('12 rows')
    expect(await page.locator('#view svg [data-mark="bar"] rect').count()).toBe(12)
    expect(await page.locator('#plan').textContent()).toContain('tpe_epoch')
    expect(errors).toEqual([])
  })

  test('draws a dot for each run that has both values, and reports the others', async () => {
    const { ask, page } = await panelPage()
    await ask(DOTS)
    const dots = await page.locator('#view svg [data-mark="dot"] circle').count()
    expect(dots).toBeGreaterThan(400)
    expect(await page.locator('.chart-note').textContent()).toBe(
      `${600 - dots} of 600 rows lack a value and are not drawn.`,
    )
  })

  test.each([
    ['runs.limit(1).config', 'table', '1 row '],
    ['runs.groupby((row) => row.config["optimizer"])', 'table', '600 runs in 4 lists '],
    ['runs.limit(3).history', 'line', '90 rows in 3 lists '],
    ['range(0, 30000, 1)', 'line', '30,000 values '],
    ['runs.createdAt.max', 'number', ''],
  ])('starts with a suitable view and reports the size: %s', async (text, view, size) => {
    const { ask, page } = await panelPage()
    await ask(text)
    expect(await page.locator('.views input:checked').inputValue()).toBe(view)
    expect((await page.locator('#summary').textContent())?.startsWith(size)).toBe(true)
  })

  test('limits the number of marks and says so', async () => {
    const { ask, page } = await panelPage()
    await ask('range(0, 30000, 1)')
    expect(await page.locator('.chart-note').textContent()).toBe(
      'The first 20,000 of 30,000 marks are drawn; the table has all rows.',
    )
  })

  test('shows a single value as a number', async () => {
    const { ask, page } = await panelPage()
    await ask('runs.summary["acc"].count')
    expect(await page.locator('.figure-number').textContent()).toBe('600')
  })

  test('underlines a wrong name, reports its column with a hint, and sends nothing', async () => {
    const { page, type } = await panelPage()
    await type('runs.summmry["acc"].max ')
    const mark = page.locator('.cm-lintRange-error')
    await mark.first().waitFor()
    panel.sandbox?.resetRequests()
    await page.keyboard.press('Enter')
    const underlined = await page.evaluate(() => {
      const line = document.querySelector('.cm-line')
      const marked = document.querySelector('.cm-lintRange-error')
      if (line === null || marked === null) return undefined
      const before = document.createRange()
      before.setStart(line, 0)
      before.setEndBefore(marked)
      const style = getComputedStyle(marked)
      return { column: before.toString().length + 1, text: marked.textContent, line: style.textDecorationStyle }
    })
    expect(underlined).toEqual({ column: 6, text: 'summmry', line: 'wavy' })
    const problem = await page.locator('#problem').textContent()
    expect(problem).toContain('Column 6')
    expect(problem).toContain('Did you mean summary?')
    expect(panel.sandbox?.requests).toHaveLength(0)
  })

  test('marks the end of an incomplete expression', async () => {
    const { page, type } = await panelPage()
    await type('runs.count + ')
    await page.locator('.cm-lintPoint-error').first().waitFor({ state: 'attached' })
    expect(await page.locator('#problem').textContent()).toContain('Unexpected end of the expression.')
  })

  test('underlines the part that failed to evaluate', async () => {
    const { ask, page } = await panelPage()
    await ask('1 + range(0, 1000000000, 1).count')
    expect(await page.locator('.cm-lintRange-error').allTextContents()).not.toEqual([])
    expect(await page.locator('#problem').textContent()).toMatch(/^Column \d+/)
    expect(await page.locator('#view').textContent()).toContain('No result')
  })

  test('accepts an operation and a key from the suggestions by keyboard', async () => {
    const { page, settled, type } = await panelPage()
    await type('runs.su')
    const options = page.getByRole('listbox').getByRole('option')
    await options.first().waitFor()
    while (!((await page.getByRole('option', { selected: true }).textContent()) ?? '').startsWith('summary'))
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const line = page.locator('.cm-line')
    expect(await line.textContent()).toBe('runs.summary')
    await page.keyboard.type('["ac')
    await options.first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('.max')
    expect(await line.textContent()).toBe('runs.summary["acc"].max')
    await page.keyboard.press('Control+Enter')
    await settled()
    expect(Number(await page.locator('.figure-number').textContent())).toBeGreaterThan(0.9)
  })

  test('moves a visible focus by Tab, and switches views by arrow keys', async () => {
    const { ask, page } = await panelPage()
    await ask(GROUPS)
    await page.locator('#project').focus()
    const seen: Array<string> = []
    for (let stop = 0; stop < 10; stop += 1) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const element = document.activeElement
        const shown = element?.matches('.views input')
          ? element.nextElementSibling
          : (element?.closest('.editor') ?? element)
        const name = element?.getAttribute('aria-labelledby') ?? element?.id ?? ''
        const text = element instanceof HTMLInputElement ? element.value || element.id : (element?.textContent ?? '')
        return {
          isSeen: shown !== null && shown !== undefined && getComputedStyle(shown).outlineStyle !== 'none',
          label: name || text,
        }
      })
      expect(focus.isSeen, focus.label).toBe(true)
      seen.push(focus.label)
    }
    expect(seen.slice(0, 3)).toEqual(['key', 'expression-label', 'run'])
    expect(seen).toContain('bar')
    await page.locator('.views input:checked').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.views input:checked').inputValue()).toBe('table')
    expect(await page.locator('.pager-count').textContent()).toBe('1–12 of 12 rows')
  })

  test('marks the result as stale once the expression is edited', async () => {
    const { ask, page } = await panelPage()
    await ask('runs.count')
    expect(await page.locator('#stale').isVisible()).toBe(false)
    await page.keyboard.type(' + 1')
    expect(await page.locator('#stale').isVisible()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await page.getByText('601', { exact: true }).waitFor()
    expect(await page.locator('#stale').isVisible()).toBe(false)
  })

  test('shows 600 rows in pages of 50', async () => {
    const { ask, page } = await panelPage()
    await ask('runs')
    expect(await page.locator('.pager-count').textContent()).toBe('1–50 of 600 runs')
    expect(await page.locator('#view tbody tr').count()).toBe(50)
    await page.getByRole('button', { name: 'Last' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.pager-count').textContent()).toBe('551–600 of 600 runs')
  })

  test('lists the runs that could not be read', async () => {
    const { ask, fact, page } = await panelPage()
    panel.sandbox?.faults.add({ kind: 'malformed-run', shape: 'created-at', indexes: [3, 5], when: { times: 1 } })
    await ask('runs.count')
    expect(await fact('Runs read')).toBe('598')
    expect(await fact('Unreadable runs')).toBe('2')
    const notice = await page.locator('.notice').textContent()
    expect(notice).toContain('2 runs could not be read and are not in the result.')
    expect(notice).toContain('createdAt')
  })

  test('shows the progress of a load, and cancels it on Escape', async () => {
    const { page, settled, type } = await panelPage()
    panel.sandbox?.faults.add({ kind: 'latency', ms: 15_000, when: { page: 3 } })
    await type('runs.count')
    await page.keyboard.press('Control+Enter')
    await page.getByText('500 of 600 runs').waitFor()
    await page.keyboard.press('Escape')
    await settled()
    expect(await page.getByRole('alert').textContent()).toContain('Load failed')
  })

  test('stores the key in memory only, and reports when the server rejects it', async () => {
    const { page, ask } = await panelPage()
    const key = 'wrong0key0wrong0key0wrong0key0wrong0key0'
    await page.getByLabel('API key').fill(key)
    await ask('runs.count')
    expect(await page.getByRole('alert').textContent()).toMatch(/key/i)
    const stored = await page.evaluate(() => [
      location.href,
      document.cookie,
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
      document.body.innerText,
    ])
    expect(stored.join('\n')).not.toContain(key)
  })

  test('shows markup in the data as text', async () => {
    const { ask, page } = await panelPage()
    await ask(`["<img src=x onerror='document.title = 1'>", "<b>bold</b>"]`)
    expect(await page.locator('#view td').nth(1).textContent()).toContain('<img src=x')
    expect(await page.locator('#view img, #view b').count()).toBe(0)
  })

  test('does not scroll sideways at a width of 400 pixels', async () => {
    const { page, settled } = await panelPage({ viewport: { width: 400, height: 800 } })
    for (const { title } of EXAMPLES) {
      await page.locator('#result').evaluate((element) => element.removeAttribute('aria-busy'))
      await page.getByRole('button', { name: title }).click()
      await settled()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), title).toBe(400)
    }
  })

  test.each(['light', 'dark'] as const)(
    'has a text contrast of at least 4.5 and no axe violations: %s',
    async (colorScheme) => {
      const { ask, page, type } = await panelPage({ colorScheme, reducedMotion: 'reduce' })
      panel.sandbox?.faults.add({ kind: 'malformed-run', shape: 'created-at', indexes: [3], when: { times: 1 } })
      const look = async (where: string): Promise<void> => {
        const { faint, seen } = await page.evaluate(faintText)
        expect(faint, where).toEqual([])
        expect(seen, where).toBeGreaterThan(30)
        const found = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run()
          return violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ html }) => html)
                .join(' ')
                .slice(0, 300)}`,
          )
        })
        expect(found, where).toEqual([])
      }
      // The page allows no inline scripts.
      await page.evaluate(`${axeSource};undefined`)
      await look('before the first run')
      await ask(GROUPS)
      await look('bars and a notice')
      await ask('runs.map((row) => {a: row.config["lr"], b: row.config["layers"], c: row.summary["acc"]})')
      await look('parallel coordinates')
      await ask('runs')
      await look('a table')
      await type('runs.su')
      await page.getByRole('listbox').getByRole('option').first().waitFor()
      await look('suggestions')
      await type('runs.summmry.max ')
      await page.locator('.cm-lintRange-error').first().waitFor()
      await look('an error')
    },
  )

  const shots: ReadonlyArray<readonly [string, BrowserContextOptions, string]> = [
    ['light', { colorScheme: 'light' }, 'Accuracy by epochs'],
    ['dark', { colorScheme: 'dark' }, 'Learning rates'],
    ['narrow', { colorScheme: 'light', viewport: { width: 400, height: 1205 } }, 'Accuracy by epochs'],
  ]
  test.each(shots)('has a screenshot for the documentation: %s', async (name, options, example) => {
    const path = `${images}/panel-${name}.png`
    if (process.env['PANEL_SHOTS'] !== undefined || !existsSync(path)) {
      mkdirSync(images, { recursive: true })
      const { page, settled } = await panelPage({ viewport: { width: 1280, height: 1000 }, ...options })
      await page.getByRole('button', { name: example }).click()
      await settled()
      await page.mouse.move(0, 0)
      await page.screenshot({ path, animations: 'disabled' })
    }
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG')
  })
})
