import { Box } from '@mantine/core';
import type { ReactNode, Ref, UIEvent } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly regionRef?: Ref<HTMLDivElement>;
  readonly onScroll?: (event: UIEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** Something longer than its place: a named region that the keyboard reaches and moves. */
export function ScrollRegion({ label, className, regionRef, onScroll, children }: ScrollRegionProps) {
  return (
    <Box
      ref={regionRef}
      role="region"
      aria-label={label}
      tabIndex={0}
      className={className ?? ''}
      {...(onScroll ? { onScroll } : {})}
    >
      {children}
    </Box>
  );
}
