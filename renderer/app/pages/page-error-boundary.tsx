import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';

interface BoundaryProps {
  /** Where the page is: another address is another page, and tried anew. */
  readonly address?: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
  readonly address: string | undefined;
}

/** Keeps the fault of one page from taking the others along, and offers to open it again. */
export class PageErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, address: this.props.address };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps({ address }: BoundaryProps, state: BoundaryState) {
    return address === state.address ? null : { failed: false, address };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Failed onRecover={() => this.setState({ failed: false })} />;
  }
}

function Failed({ onRecover }: { readonly onRecover: () => void }) {
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
        {t('common.pageError.text')}
      </EmptyState>
    </div>
  );
}
