import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isDiskFull } from '../../data/store/disk-full.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';

interface BoundaryProps {
  /** Where the page is: another address is another page, and tried anew. */
  readonly address?: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
  /** Nothing can be read from a disk that is full. */
  readonly isFull: boolean;
  readonly address: string | undefined;
}

/** Keeps the fault of one page from taking the others along, and offers to open it again. */
export class PageErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, isFull: false, address: this.props.address };

  static getDerivedStateFromError(error: unknown) {
    return { failed: true, isFull: isDiskFull(error) };
  }

  static getDerivedStateFromProps({ address }: BoundaryProps, state: BoundaryState) {
    return address === state.address ? null : { failed: false, isFull: false, address };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Failed isFull={this.state.isFull} onRecover={() => this.setState({ failed: false })} />;
  }
}

interface FailedProps {
  readonly isFull: boolean;
  readonly onRecover: () => void;
}

function Failed({ isFull, onRecover }: FailedProps) {
  const { t } = useTranslation();
  usePageTitle(t('common.pageError.title'), 'part');
  return (
    <div role="alert">
      <EmptyState
        icon={<IconAlertTriangle size={28} stroke={1.5} />}
        title={t('common.pageError.title')}
        wholePage
        action={<Button onClick={onRecover}>{t('common.pageError.recover')}</Button>}
      >
        {t(isFull ? 'common.pageError.diskFull' : 'common.pageError.text')}
      </EmptyState>
    </div>
  );
}
