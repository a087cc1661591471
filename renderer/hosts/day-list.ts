import { useLocalStorage, useMediaQuery } from '@mantine/hooks';

/** Below this the room belongs to the class, as long as nobody has chosen otherwise. */
const NARROW = '(max-width: 1149px)';
/** Here list and class do not stand side by side: the one is shown or the other, and nothing can be folded. */
const ONE_AT_A_TIME = '(max-width: 1000px)';
const AT_ONCE = { getInitialValueInEffect: false };

/** Whether the list of the hours of the day stands beside the class, and the way to fold it or to open it where it can be. */
export function useDayList(): { readonly isOpen: boolean; readonly toggle: (() => void) | undefined } {
  const isNarrow = useMediaQuery(NARROW, undefined, AT_ONCE);
  const isAlone = useMediaQuery(ONE_AT_A_TIME, undefined, AT_ONCE);
  const [chosen, choose] = useLocalStorage<'open' | 'folded' | undefined>({
    key: 'campanella.dayList',
    defaultValue: undefined,
    ...AT_ONCE,
  });
  if (isAlone) return { isOpen: true, toggle: undefined };
  const isOpen = chosen === undefined ? !isNarrow : chosen === 'open';
  return { isOpen, toggle: () => choose(isOpen ? 'folded' : 'open') };
}
