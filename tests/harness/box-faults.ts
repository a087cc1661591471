/**
 * What is wrong with the boxes of the page as it is drawn now, one line a fault; empty when everything can be seen and reached (WCAG 1.4.10, 2.5.8):
 * no control or text over another, none outside of what scrolls, none under 24 pixels or squeezed below its text, no text cut without its whole in a
 * title, no page wider than the window, no scroll bar within another. A container whose size is asked for contains its layout, as in engines of
 * before 2024: what overflows it is drawn there, and can not be scrolled to. Runs inside the page: it may name nothing outside of itself.
 */
export function boxFaults(): readonly string[] {
  const CONTROLS =
    'a[href],button,input,select,textarea,[role=button],[role=tab],[role=option],[role=menuitem],[role=menuitemradio],[tabindex="0"]';
  const SLACK = 1.5;
  const LEAST = 24;

  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Leaf {
    readonly element: Element;
    readonly kind: 'control' | 'text';
    readonly box: Box;
    readonly clips: readonly Element[];
    readonly layer: Element;
    readonly floating: Element | null;
  }

  const faults: string[] = [];
  const style = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const known = style.get(element);
    if (known) return known;
    const found = getComputedStyle(element);
    style.set(element, found);
    return found;
  };
  const isCutting = (element: Element) =>
    styleOf(element).overflowX !== 'visible' || styleOf(element).overflowY !== 'visible';
  const clipsOf = new Map<Element, readonly Element[]>();
  /** The ancestors that cut what is drawn in an element, innermost first. */
  const clips = (element: Element): readonly Element[] => {
    const known = clipsOf.get(element);
    if (known) return known;
    const parent = element.parentElement;
    if (!parent) return [];
    const above = styleOf(element).position === 'fixed' ? [] : clips(parent);
    const cuts = parent !== document.body && isCutting(parent);
    const all = cuts && styleOf(element).position !== 'fixed' ? [parent, ...above] : above;
    clipsOf.set(element, all);
    return all;
  };
  const width = ({ left, right }: Box) => right - left;
  const height = ({ top, bottom }: Box) => bottom - top;
  const meet = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const cutBy = (box: Box, elements: readonly Element[]): Box =>
    elements.reduce((rest, element) => meet(rest, element.getBoundingClientRect()), box);
  const isEmpty = (box: Box) => width(box) <= SLACK || height(box) <= SLACK;
  const nameOf = (element: Element) => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '')
      .trim()
      .replace(/\s+/g, ' ');
    const kind = element.getAttribute('role') ?? element.tagName.toLowerCase();
    return `${kind} «${words.slice(0, 40)}»`;
  };
  const isDrawn = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('[inert]');
  /** What only screen readers get is one pixel large. */
  const isHidden = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { position } = styleOf(at);
      if (position !== 'absolute' && position !== 'fixed') continue;
      const box = at.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || box.bottom <= 0) return true;
    }
    return false;
  };
  // A bubble asks or says something of the row below it, over its neighbours, until it is answered.
  const LAYERS = '[role=dialog],[role=menu],[role=listbox],[role=tooltip],[data-bubble]';
  const layerOf = (element: Element) => element.closest(LAYERS) ?? document.body;
  const floatingOf = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (styleOf(at).position === 'sticky') return at;
    return null;
  };
  /** What holds an element in its place and not the other one with it. */
  const holdersOf = (element: Element, other: Element) => {
    const holders: Element[] = [];
    for (let at: Element | null = element; at; at = at.parentElement)
      if (styleOf(at).position === 'sticky' && !at.contains(other)) holders.push(at);
    return holders;
  };
  /** At the head or foot of what scrolls: what stays at its side goes under that as all else does. */
  const isUpright = (holder: Element) => {
    const { top, bottom } = styleOf(holder);
    return top !== 'auto' || bottom !== 'auto';
  };
  const staysAbove = (top: Element, element: Element) => {
    const [ofTop, own] = [holdersOf(top, element), holdersOf(element, top)];
    return (ofTop.length > 0 && own.length === 0) || (ofTop.some(isUpright) && !own.some(isUpright));
  };
  const textBox = (element: Element): Box | undefined => {
    const own = [...element.childNodes].filter(
      (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
    );
    if (own.length === 0) return undefined;
    const boxes = own.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });
    const drawn = boxes.filter((box) => box.width > 0.5 && box.height > 0.5);
    if (drawn.length === 0) return undefined;
    return {
      left: Math.min(...drawn.map(({ left }) => left)),
      top: Math.min(...drawn.map(({ top }) => top)),
      right: Math.max(...drawn.map(({ right }) => right)),
      bottom: Math.max(...drawn.map(({ bottom }) => bottom)),
    };
  };

  for (const element of document.querySelectorAll<HTMLElement>('body *'))
    if (!['', 'normal'].includes(getComputedStyle(element).containerType))
      element.style.contain = 'layout style inline-size';

  const modal = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].findLast(isDrawn);
  const root: Element = modal ?? document.body;
  const leaves: Leaf[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('svg, noscript, script, style') || !isDrawn(element) || isHidden(element)) continue;
    const isControl = element.matches(CONTROLS) && !element.matches('[role=region]');
    const box = isControl ? element.getBoundingClientRect() : textBox(element);
    if (!box || width(box) < 1 || (height(box) < 1 && !isControl)) continue;
    leaves.push({
      element,
      kind: isControl ? 'control' : 'text',
      box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom },
      clips: isControl ? clips(element) : [element, ...clips(element)].filter(isCutting),
      layer: layerOf(element),
      floating: floatingOf(element),
    });
  }

  const labelOf = (element: Element) =>
    element.closest('label') ?? (element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null);
  const scrolls = (element: Element, axis: 'X' | 'Y') =>
    /auto|scroll/.test(axis === 'X' ? styleOf(element).overflowX : styleOf(element).overflowY);
  const titleOf = (element: Element) => element.closest('[title],[data-whole]');
  const pageHeight = Math.max(innerHeight, document.documentElement.scrollHeight);
  const screen: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  // Controls: large enough, whole, inside of what scrolls, and not under something else.
  for (const { element, kind, box, clips: cutting } of leaves) {
    if (kind === 'text') continue;
    const inText = styleOf(element).display === 'inline';
    const around = labelOf(element) ?? element;
    const target = around.getBoundingClientRect();
    const small =
      Math.max(width(box), width(target)) < LEAST - 0.5 ||
      Math.max(height(box), height(target)) < LEAST - 0.5;
    if (small && !inText)
      faults.push(`small ${Math.round(width(box))}×${Math.round(height(box))}: ${nameOf(element)}`);
    // The words of a button that works stand aside for its wheel.
    if (
      element instanceof HTMLButtonElement &&
      !element.matches('[data-loading]') &&
      element.scrollHeight > element.clientHeight + 2 &&
      styleOf(element).overflowY !== 'visible'
    )
      faults.push(`squeezed: ${nameOf(element)}`);
    let reach: Box = box;
    for (const cut of cutting) {
      const edge = cut.getBoundingClientRect();
      const wide = !scrolls(cut, 'X') && (reach.left < edge.left - SLACK || reach.right > edge.right + SLACK);
      const high = !scrolls(cut, 'Y') && (reach.top < edge.top - SLACK || reach.bottom > edge.bottom + SLACK);
      if (wide || high) faults.push(`cut off: ${nameOf(element)}`);
      const scrolledTo = edge.top + cut.clientTop - cut.scrollTop + cut.scrollHeight;
      if (scrolls(cut, 'Y') && reach.bottom > scrolledTo + SLACK)
        faults.push(`below what can be scrolled to: ${nameOf(element)}`);
      // What scrolls brings it into sight, whatever lies further out.
      if (scrolls(cut, 'Y') || scrolls(cut, 'X')) reach = meet(reach, edge);
    }
    if (
      cutting.every((cut) => !scrolls(cut, 'Y')) &&
      (box.bottom + scrollY > pageHeight + SLACK || box.top + scrollY < -SLACK)
    )
      faults.push(`out of the window: ${nameOf(element)}`);
    const seen = meet(cutBy(box, cutting), screen);
    if (isEmpty(seen) || width(seen) < 8 || height(seen) < 8) continue;
    const top = document.elementFromPoint((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
    const related =
      top && (element.contains(top) || top.contains(element) || labelOf(element)?.contains(top));
    // What floats above a page by its nature may be closed; from under what stays while the page scrolls, it is scrolled out.
    const above = top && (layerOf(top) !== layerOf(element) || staysAbove(top, element));
    if (top && !related && !above && styleOf(element).pointerEvents !== 'none')
      faults.push(`covered by ${nameOf(top)}: ${nameOf(element)}`);
  }

  // Texts: whole, or shortened with three dots and whole in a title.
  for (const { element, kind, box } of leaves) {
    if (kind === 'control' || element.closest('input,textarea,select')) continue;
    let reach = box;
    for (const cut of [element, ...clips(element)]) {
      const { overflowX, overflowY } = styleOf(cut);
      const edge = cut.getBoundingClientRect();
      const wide =
        /hidden|clip/.test(overflowX) && (reach.right > edge.right + SLACK || reach.left < edge.left - SLACK);
      const high =
        /hidden|clip/.test(overflowY) && (reach.bottom > edge.bottom + 4 || reach.top < edge.top - 4);
      // No title comes up under a finger: in a row of the roll it excuses nothing.
      const isExcused = titleOf(element) && !element.closest('[role=gridcell]');
      if ((wide || high) && !isExcused) {
        faults.push(`cut text: ${nameOf(element)}`);
        break;
      }
      if (scrolls(cut, 'Y') || scrolls(cut, 'X')) reach = meet(reach, edge);
    }
  }

  // A row of the roll is read as it is, drawn words and all.
  for (const element of root.querySelectorAll('[role=gridcell] *')) {
    if (!isDrawn(element) || isHidden(element) || element.closest('svg')) continue;
    if (/hidden|clip/.test(styleOf(element).overflowX) && element.scrollWidth > element.clientWidth + 1)
      faults.push(`cut in its row: ${nameOf(element)}`);
  }

  /** Where a field's own text is: beside it, in its padding, a field may hold an icon or a button. */
  const inner = ({ element, box }: Leaf): Box => {
    if (!element.matches('input,textarea')) return box;
    const { paddingLeft, paddingRight } = styleOf(element);
    return {
      ...box,
      left: box.left + Number.parseFloat(paddingLeft),
      right: box.right - Number.parseFloat(paddingRight),
    };
  };
  // Nothing lies over anything else of its layer.
  const visible = leaves.filter(({ box }) => !isEmpty(box));
  for (const [index, a] of visible.entries())
    for (const b of visible.slice(index + 1)) {
      if (isEmpty(meet(a.box, b.box))) continue;
      if (a.layer !== b.layer || a.floating !== b.floating) continue;
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      if (a.element.closest('label')?.contains(b.element)) continue;
      const shown = meet(
        cutBy(
          inner(a),
          a.clips.filter((each) => !each.contains(b.element)),
        ),
        cutBy(
          inner(b),
          b.clips.filter((each) => !each.contains(a.element)),
        ),
      );
      if (isEmpty(shown) || width(shown) < 3 || height(shown) < 3) continue;
      faults.push(`overlap: ${nameOf(a.element)} and ${nameOf(b.element)}`);
    }

  // Scrolling: never sideways but in a table's own region, never one bar within another.
  if (document.documentElement.scrollWidth > innerWidth + 1)
    faults.push(`the page is ${document.documentElement.scrollWidth - innerWidth} px too wide`);
  const scrollers = [...root.querySelectorAll('*')].filter(
    (element) => isDrawn(element) && !element.matches('textarea,input'),
  );
  for (const element of scrollers) {
    if (
      scrolls(element, 'X') &&
      element.scrollWidth > element.clientWidth + 1 &&
      !(element.matches('[role=region]') && element.querySelector('table'))
    )
      faults.push(`scrolls sideways: ${nameOf(element)}`);
    if (!scrolls(element, 'Y') || element.scrollHeight <= element.clientHeight + 1) continue;
    const outer = clips(element).find(
      (each) => scrolls(each, 'Y') && each.scrollHeight > each.clientHeight + 1,
    );
    if (outer) faults.push(`scrolls within what scrolls: ${nameOf(element)}`);
    if (element.clientHeight < 80) faults.push(`scrolls in ${element.clientHeight} px: ${nameOf(element)}`);
  }
  return [...new Set(faults)];
}
