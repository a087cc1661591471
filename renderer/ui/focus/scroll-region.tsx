import { Box } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly regionRef?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** Something longer than its place: a named region that the keyboard reaches and moves. */
export function ScrollRegion({ label, className, regionRef, children }: ScrollRegionProps) {
  return (
    <Box ref={regionRef} role="region" aria-label={label} tabIndex={0} className={className ?? ''}>
      {children}
    </Box>
  );
}
