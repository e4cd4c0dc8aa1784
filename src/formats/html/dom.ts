/** The part of the Document Object Model that reading a page needs. The project has no DOM types, so that no other code leans on a browser. */

export type PageNode = {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

export type PageElement = PageNode & {
  readonly tagName: string
  readonly id: string
  readonly children: Iterable<PageElement>
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
  remove(): void
  removeAttribute(name: string): void
}

export type Page = Pick<PageElement, 'children' | 'querySelector' | 'querySelectorAll'> & {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
}

/** Whether a node is an element, which the platform says by its node type. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}
