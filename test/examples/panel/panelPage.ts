import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** The page as its user sees it. */
export interface PanelPage {
  readonly page: Page
  /** What the page wrote to the console as an error, and what it threw. */
  readonly errors: ReadonlyArray<string>
  /** Puts a text into the field for expressions, key by key. */
  readonly type: (text: string) => Promise<void>
  /** Types an expression, presses Enter and waits for what comes of it. */
  readonly ask: (text: string) => Promise<void>
  readonly settled: () => Promise<void>
  /** Of the facts beside a result, the one with a name. */
  readonly fact: (name: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** Opens the page in a window of its own. */
export const openPanel = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<PanelPage> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const errors: Array<string> = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  const expression = page.getByRole('textbox', { name: 'Expression' })
  await expression.waitFor()
  // Suggestions know a project's keys once its first runs are there.
  await page.waitForLoadState('networkidle')

  const settled = async (): Promise<void> => {
    await page.locator('#result[aria-busy="false"]').waitFor()
  }
  const type = async (text: string): Promise<void> => {
    await expression.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.keyboard.type(text)
  }
  return {
    page,
    errors,
    type,
    settled,
    ask: async (text) => {
      await page.locator('#result').evaluate((element) => element.removeAttribute('aria-busy'))
      await type(text)
      // What is offered is closed first: Enter would take it.
      if (await page.getByRole('listbox').isVisible()) await page.keyboard.press('Escape')
      await page.keyboard.press('Enter')
      await settled()
    },
    fact: async (name) =>
      (await page
        .locator('#reads div', { has: page.getByText(name, { exact: true }) })
        .locator('dd')
        .last()
        .textContent()) ?? '',
    close: () => context.close(),
  }
}
