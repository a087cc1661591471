import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ariaKeys, keyText } from './key-text.ts';

/** Whether this computer is a Mac, whose keyboard has other keys. */
const IS_MAC = navigator.platform.startsWith('Mac');

/** How keys are written for this keyboard and language. */
export function useKeyText(): (keys: string) => string {
  const { t } = useTranslation();
  return useMemo(() => {
    const words = keyWords(t);
    return (keys) => keyText(keys, IS_MAC, words);
  }, [t]);
}

function keyWords(t: TFunction) {
  return {
    enter: t('keys.enter'),
    pageUp: t('keys.pageUp'),
    pageDown: t('keys.pageDown'),
    home: t('keys.home'),
    end: t('keys.end'),
    space: t('keys.space'),
    shift: t('keys.shift'),
    delete: t('keys.delete'),
  };
}

/** What a control says of its keys: in its title, to assistive technology by their standard names. */
export interface KeyHint {
  readonly title: string;
  readonly 'aria-keyshortcuts': string;
}

/** The hint of a control that has keys; one that is drawn as a sign gives what it does as well, which its title says first. */
export function useKeyHint(): (keys: string, label?: string) => KeyHint {
  const textOf = useKeyText();
  return (keys, label) => ({
    title: label === undefined ? textOf(keys) : `${label} (${textOf(keys)})`,
    'aria-keyshortcuts': ariaKeys(keys, IS_MAC),
  });
}
