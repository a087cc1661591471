import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Keeps the fault of one page from taking the others along, and offers to open it again. */
export class PageErrorBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Failed onRecover={() => this.setState({ failed: false })} />;
  }
}

function Failed({ onRecover }: { readonly onRecover: () => void }) {
  const { t } = useTranslation();
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
