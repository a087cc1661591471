import { useLocalStorage } from '@mantine/hooks';

/** Whether keys are one sign alone, without Ctrl, Alt or ⌘: whoever dictates, or rests a hand on the keys, presses such ones by mistake. */
export function isSingleKey(keys: string): boolean {
  return keys.length === 1;
}

/**
 * Whether single signs are keys wherever the focus is, and the way to change it on this device (WCAG 2.1.4). Those of a roll or a list work
 * in that one place alone, and always.
 */
export function useSingleKeys(): readonly [isOn: boolean, change: (isOn: boolean) => void] {
  const [isOn, change] = useLocalStorage<boolean>({
    key: 'campanella.singleKeys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [isOn, change];
}
