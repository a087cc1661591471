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
  /** By what it is told; nothing can be read from a disk that is full. */
  readonly failure: 'text' | 'diskFull' | undefined;
  readonly address: string | undefined;
}

/** Keeps the fault of one page from taking the others along, and offers to open it again. */
export class PageErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: undefined, address: this.props.address };

  static getDerivedStateFromError(error: unknown): Pick<BoundaryState, 'failure'> {
    return { failure: isDiskFull(error) ? 'diskFull' : 'text' };
  }

  static getDerivedStateFromProps({ address }: BoundaryProps, state: BoundaryState) {
    return address === state.address ? null : { failure: undefined, address };
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return <Failed failure={failure} onRecover={() => this.setState({ failure: undefined })} />;
  }
}

interface FailedProps {
  readonly failure: NonNullable<BoundaryState['failure']>;
  readonly onRecover: () => void;
}

function Failed({ failure, onRecover }: FailedProps) {
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
        {t(`common.pageError.${failure}`)}
      </EmptyState>
    </div>
  );
}
