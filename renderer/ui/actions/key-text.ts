/** The words for keys that have no sign of their own, in the language on the screen. */
export interface KeyWords {
  readonly enter: string;
  readonly pageUp: string;
  readonly pageDown: string;
  readonly home: string;
  readonly end: string;
  readonly space: string;
  readonly shift: string;
  readonly delete: string;
}

const MAC_SIGNS: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '↵' };
const ARROWS: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};

const MODIFIERS: Readonly<Record<string, string>> = { alt: 'Alt', shift: 'Shift' };

/** Keys as they are printed on the keyboard: `mod+Enter` is "Ctrl Invio", on a Mac "⌘↵"; `mod` is the key for commands of the system. */
export function keyText(keys: string, isMac: boolean, words: KeyWords): string {
  const names: Readonly<Record<string, string>> = {
    mod: 'Ctrl',
    alt: 'Alt',
    shift: words.shift,
    escape: 'Esc',
    enter: words.enter,
    pageup: words.pageUp,
    pagedown: words.pageDown,
    home: words.home,
    end: words.end,
    space: words.space,
    delete: words.delete,
    ...ARROWS,
    ...(isMac ? MAC_SIGNS : {}),
  };
  return keys
    .split('+')
    .map((key) => names[key.toLowerCase()] ?? withoutDigit(key))
    .join(isMac ? '' : ' ');
}

/** The same for assistive technology, as `aria-keyshortcuts` wants it: `Control+Enter`, on a Mac `Meta+Enter`. */
export function ariaKeys(keys: string, isMac: boolean): string {
  return keys
    .split('+')
    .map((key) => (key === 'mod' ? (isMac ? 'Meta' : 'Control') : (MODIFIERS[key] ?? withoutDigit(key))))
    .join('+');
}

/** `Digit3` is the key with a 3 on it; the word "digits" is a word. */
function withoutDigit(key: string): string {
  return key.replace(/^Digit(?=\d$)/, '');
}
