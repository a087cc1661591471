import { Box } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly regionRef?: Ref<HTMLDivElement>;
  /** False where something inside takes the focus and moves it. */
  readonly isTabStop?: boolean;
  readonly children: ReactNode;
}

/** Something longer than its place: a named region that the keyboard reaches and moves. */
export function ScrollRegion(props: ScrollRegionProps) {
  const { label, className, regionRef, isTabStop = true, children } = props;
  return (
    <Box
      ref={regionRef}
      role="region"
      aria-label={label}
      {...(isTabStop ? { tabIndex: 0 } : {})}
      className={className ?? ''}
    >
      {children}
    </Box>
  );
}
