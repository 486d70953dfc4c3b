/** A text with too little contrast to its background. */
export interface Faint {
  readonly text: string
  readonly ratio: number
}

/**
 * Returns the visible texts of a page with a contrast under 4.5, and the number of all texts. It runs in the page, so it
 * cannot refer to anything outside.
 */
export const faintText = (): { readonly faint: ReadonlyArray<Faint>; readonly seen: number } => {
  type Rgba = readonly [number, number, number, number]
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  const read = (colour: string): Rgba => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = (top: Rgba, under: Rgba): Rgba => {
    const mix = (a: number, b: number): number => a * top[3] + b * (1 - top[3])
    return [mix(top[0], under[0]), mix(top[1], under[1]), mix(top[2], under[2]), 1]
  }
  const backgroundOf = (element: Element | null): Rgba => {
    if (element === null) return [255, 255, 255, 1]
    const own = read(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own : over(own, backgroundOf(element.parentElement))
  }
  const luminance = (colour: Rgba): number => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const faint: Array<Faint> = []
  let seen = 0
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (element === null || text === '' || !element.checkVisibility({ visibilityProperty: true })) continue
    // Disabled controls are exempt.
    if (element.closest('label')?.querySelector('input:disabled')) continue
    const style = getComputedStyle(element)
    const background = backgroundOf(element)
    const ink = over(read(element instanceof SVGElement ? style.fill : style.color), background)
    const [light = 0, dark = 0] = [luminance(ink), luminance(background)].sort((a, b) => b - a)
    const ratio = (light + 0.05) / (dark + 0.05)
    seen += 1
    if (ratio < 4.5) faint.push({ text: text.slice(0, 40), ratio: Math.round(ratio * 100) / 100 })
  }
  return { faint, seen }
}
