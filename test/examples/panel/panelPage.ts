import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** The page with helpers to operate it. */
export interface PanelPage {
  readonly page: Page
  /** Console errors and uncaught exceptions of the page. */
  readonly errors: ReadonlyArray<string>
  /** Types a text into the expression field. */
  readonly type: (text: string) => Promise<void>
  /** Types an expression, presses Enter and waits for the result. */
  readonly ask: (text: string) => Promise<void>
  readonly settled: () => Promise<void>
  /** Returns a statistic of the load by name. */
  readonly fact: (name: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** Opens the page in a new browser context. */
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
  // Suggestions need the keys of the first runs.
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
      // Close the suggestions first, because Enter would accept one.
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
