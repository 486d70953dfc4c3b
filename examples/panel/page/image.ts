/** Makes a chart a single accessible image: the labels of its parts, which have no role, become data attributes. */
export const asImage = <E extends Element>(chart: E): E => {
  chart.setAttribute('role', 'img')
  for (const part of chart.querySelectorAll('g[aria-label], g[aria-description]')) {
    part.setAttribute('data-mark', part.getAttribute('aria-label') ?? '')
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-description')
  }
  return chart
}
