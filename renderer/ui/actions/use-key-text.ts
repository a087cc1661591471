import { useTranslation } from 'react-i18next';
import { keyText } from './key-text.ts';

/** Whether this computer is a Mac, whose keyboard has other keys. */
export const IS_MAC = navigator.platform.startsWith('Mac');

/** How keys are written for this keyboard and language. */
export function useKeyText(): (keys: string) => string {
  const { t } = useTranslation();
  const words = {
    enter: t('shell.keys.enter'),
    pageUp: t('shell.keys.pageUp'),
    pageDown: t('shell.keys.pageDown'),
    home: t('shell.keys.home'),
  };
  return (keys) => keyText(keys, IS_MAC, words);
}
