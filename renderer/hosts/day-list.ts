import { useLocalStorage, useMediaQuery } from '@mantine/hooks';

/** Below this the room belongs to the class, as long as nobody has chosen otherwise. */
const NARROW = '(max-width: 1149px)';

/** Whether the list of the hours of the day stands beside the class, and the way to fold it or to open it. */
export function useDayList(): { readonly isOpen: boolean; toggle(): void } {
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [chosen, choose] = useLocalStorage<'open' | 'folded' | undefined>({
    key: 'campanella.dayList',
    defaultValue: undefined,
    getInitialValueInEffect: false,
  });
  const isOpen = chosen === undefined ? !isNarrow : chosen === 'open';
  return { isOpen, toggle: () => choose(isOpen ? 'folded' : 'open') };
}
