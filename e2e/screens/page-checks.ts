import type { Page } from '@playwright/test';

/** Begins to note every violation of the content security policy. */
export async function watchPolicy(page: Page): Promise<void> {
  await page.evaluate(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { policyViolations: violations });
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.effectiveDirective} ${event.sourceFile ?? ''}`),
    );
  });
}

/** The violations noted since `watchPolicy`. */
export function readPolicyViolations(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'policyViolations') as string[]);
}

/**
 * Text that is cut off and cannot be read in another way: elements with text of their own that is wider or higher
 * than they are, or than the element that cuts it off. Text that ends in dots counts as read when a title or an
 * accessible name around it holds the whole text. `growth` first makes every text that much longer, as another
 * language would; fields for input are left out, since what is typed scrolls.
 */
export function findClippedText(page: Page, growth = 0): Promise<string[]> {
  return page.evaluate(async (part) => {
    // Two frames after a change of size, what floats has found its place.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const clipped: string[] = [];
    const changed: { node: Text; text: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const isShown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 1 &&
        box.height > 1 &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      );
    };
    // Names that people gave are data: they do not grow with the language.
    const isData = (element: Element) => element.closest('[role=gridcell], [data-user-text]') !== null;
    const texts = nodes.filter((node) => {
      const parent = node.parentElement;
      return (
        node.data.trim() !== '' && parent !== null && !parent.closest('svg, script, style') && isShown(parent)
      );
    });
    const whole = new Map(texts.map((node) => [node, node.data.trim()]));
    if (part > 0) {
      for (const node of texts) {
        const parent = node.parentElement;
        if (!parent || isData(parent) || !/\p{L}{2}/u.test(node.data)) continue;
        changed.push({ node, text: node.data });
        const length = Math.ceil(node.data.trim().length * part);
        node.data = `${node.data} ${'ôxé mün '.repeat(Math.ceil(length / 8)).slice(0, Math.max(1, length - 1))}`;
      }
    }
    for (const node of texts) {
      const element = node.parentElement;
      if (!element) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const isReadElsewhere = (box: Element) => {
        const named = box.closest('[title], [aria-label]');
        const name = `${named?.getAttribute('title') ?? ''} ${named?.getAttribute('aria-label') ?? ''}`;
        return name.includes(whole.get(node) ?? '');
      };
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(box);
        if (display === 'inline') continue;
        const edge = box.getBoundingClientRect();
        const isCutWide =
          ['hidden', 'clip'].includes(overflowX) &&
          box.scrollWidth > box.clientWidth + 1 &&
          (text.right > edge.right + 1 || text.left < edge.left - 1);
        const isCutHigh =
          ['hidden', 'clip'].includes(overflowY) &&
          box.scrollHeight > box.clientHeight + 1 &&
          (text.bottom > edge.bottom + 2 || text.top < edge.top - 2);
        // A scroll bar shows the rest.
        if (['auto', 'scroll'].includes(overflowX) && ['auto', 'scroll'].includes(overflowY)) break;
        const isPastWindow =
          getComputedStyle(box).position === 'fixed' || box.parentElement === document.body
            ? text.right > innerWidth + 1
            : false;
        if ((isCutWide || isCutHigh || isPastWindow) && !isReadElsewhere(element)) {
          clipped.push(
            `${whole.get(node)?.slice(0, 60)} in <${box.tagName.toLowerCase()} class="${box.className}"> ${box.scrollWidth}×${box.scrollHeight} in ${box.clientWidth}×${box.clientHeight}`,
          );
          break;
        }
        if (getComputedStyle(box).position === 'fixed') break;
      }
    }
    for (const { node, text } of changed) node.data = text;
    return [...new Set(clipped)];
  }, growth);
}
