type Child = Node | string | undefined

/** Creates an element with attributes and children. Strings become text nodes, so data never becomes markup. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: ReadonlyArray<Child>
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** Returns the element with an id. */
export const byId = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const element = document.getElementById(id)
  if (element instanceof kind) return element
  throw new Error(`Missing element #${id}`)
}

export const button = (text: string, onClick: () => void, attributes: Readonly<Record<string, string>> = {}) => {
  const element = h('button', { type: 'button', ...attributes }, text)
  element.addEventListener('click', onClick)
  return element
}
