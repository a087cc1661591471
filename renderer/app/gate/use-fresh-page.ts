import { modals } from '@mantine/modals';
import { useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { closeUnwritten } from '../../hosts/grade-forms/unwritten.ts';
import { forgetWhyNot } from '../../ui/notice/why-not.ts';
import { closePalette } from '../palette/palette-store.ts';

/** Closes what stands above the pages and what waits in them when a register closes, and forgets the address when another account opens its own (S33). */
export function useFreshPage(account: string | undefined): void {
  const [, navigate] = useLocation();
  const last = useRef(account);
  // Before anything is painted: an address may name what the account before was looking at.
  useLayoutEffect(() => {
    if (account === undefined) {
      modals.closeAll();
      closePalette();
      closeUnwritten();
      return;
    }
    if (last.current !== undefined && last.current !== account) {
      forgetWhyNot();
      navigate('/', { replace: true });
    }
    last.current = account;
  }, [account, navigate]);
}
