import { useHotkeys } from '@mantine/hooks';
import { useMantineColorScheme } from '@mantine/core';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Register } from '../../data/register.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/language.ts';
import { useDeclareActions, useKeyedActions, type Action } from '../../ui/actions/actions.ts';
import { isSingleKey } from '../../ui/actions/single-keys.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { pagesOf, titleOf } from '../pages/offered-pages.ts';
import { isWriting } from '../../ui/focus/is-writing.ts';
import { leaveField } from '../../ui/focus/leave-field.ts';
import { topDialog } from '../../ui/focus/top-dialog.ts';
import { openPalette, PALETTE_ACTION } from '../palette/palette-store.ts';
import { useLanguage } from '../../hosts/use-language.ts';

interface ShellVerbs {
  readonly lock: () => void;
  readonly signOut: () => void;
  readonly showKeys: () => void;
  /** Closes every dialog of the shell; those of a page close with it. */
  readonly closeDialogs: () => void;
}

/** What can be done on every page, each declared once for its key, the palette and the list of keys; and the ear for all keys that work everywhere. */
export function useShellActions(
  register: Register,
  { lock, signOut, showKeys, closeDialogs }: ShellVerbs,
): void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [language, changeLanguage] = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const go = (id: string, label: string, to: string, keywords = ''): Action => ({
    id,
    label,
    keywords,
    run: () => navigate(to),
  });
  useDeclareActions([
    {
      id: PALETTE_ACTION,
      label: t('shell.keys.palette'),
      keys: KEYS.palette,
      everywhere: true,
      run: openPalette,
    },
    ...pagesOf(register).flatMap((page) => {
      const { id, path, command } = page;
      return command
        ? [
            go(
              id,
              (command.label ?? titleOf(page, register))(t),
              path,
              command.words?.(t, register.identity.schoolName),
            ),
          ]
        : [];
    }),
    {
      id: 'sync-now',
      label: t('shell.state.syncNow'),
      keywords: t('shell.command.words.sync'),
      keys: KEYS.sync,
      everywhere: true,
      run: () => register.status.syncNow(),
    },
    {
      id: 'theme-light',
      label: t('shell.command.theme', { name: t('shell.account.themeLight') }),
      keywords: t('shell.command.words.theme'),
      run: () => setColorScheme('light'),
    },
    {
      id: 'theme-dark',
      label: t('shell.command.theme', { name: t('shell.account.themeDark') }),
      keywords: t('shell.command.words.themeDark'),
      run: () => setColorScheme('dark'),
    },
    {
      id: 'theme-auto',
      label: t('shell.command.theme', { name: t('shell.account.themeAuto') }),
      keywords: t('shell.command.words.theme'),
      run: () => setColorScheme('auto'),
    },
    ...LANGUAGES.filter((each) => each !== language).map((each) => ({
      id: `language-${each}`,
      label: `${t('shell.account.language')}: ${LANGUAGE_NAMES[each]}`,
      keywords: t('shell.command.words.language'),
      run: () => changeLanguage(each),
    })),
    {
      id: 'keys',
      label: t('shell.account.shortcuts'),
      keywords: t('shell.command.words.keys'),
      keys: KEYS.list,
      run: showKeys,
    },
    {
      id: 'lock',
      label: t('shell.account.lock'),
      keywords: t('shell.command.words.lock'),
      keys: KEYS.lock,
      everywhere: true,
      run: lock,
    },
    {
      id: 'sign-out',
      label: t('shell.account.signOut'),
      keywords: t('shell.command.words.signOut'),
      run: signOut,
    },
  ]);
  useHotkeys(
    useKeyedActions().flatMap(({ keys, everywhere, run }) =>
      keys === undefined || !everywhere
        ? []
        : [
            [
              keys,
              (event: KeyboardEvent) => {
                // A sign by itself belongs to whoever is writing.
                if (isSingleKey(keys) && isWriting(event)) return;
                if (isSingleKey(keys)) event.preventDefault();
                unlessDialog(keys, event, run, closeDialogs);
              },
              { usePhysicalKeys: /digit/i.test(keys), preventDefault: !isSingleKey(keys) },
            ] as const,
          ].map(([key, act, options]) => [key, act, options]),
    ),
    [],
  );
}

/** What works behind a dialog too: it closes the register or hides the page, and asks nothing of it. */
const BEHIND_DIALOGS: ReadonlySet<string> = new Set([KEYS.lock, KEYS.sync, KEYS.projector]);

/** What waits for no dialog: it closes those that are open. In an evacuation nobody looks for the way out of one first (D108). */
const CLOSES_DIALOGS: ReadonlySet<string> = new Set([KEYS.evacuation]);

function unlessDialog(keys: string, event: KeyboardEvent, run: () => void, closeDialogs: () => void): void {
  // On Windows AltGr is told as Ctrl and Alt: whoever types a bracket or an @ asks for nothing.
  if (event.getModifierState('AltGraph')) return;
  const isBehind = topDialog() !== undefined;
  if (isBehind && CLOSES_DIALOGS.has(keys)) closeDialogs();
  else if (isBehind && !BEHIND_DIALOGS.has(keys)) return;
  const { hash } = window.location;
  // What a key asks for is drawn before the next one is heard, however fast that comes: the hours are then those of the day that was asked for.
  flushSync(() => {
    run();
    // The page that is left is still there: what was being typed in it is kept as by a press elsewhere.
    if (isWriting(event) && window.location.hash !== hash) leaveField();
  });
}
