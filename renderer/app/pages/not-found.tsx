import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';

/** Says that an address is no page, or none for whoever is signed in. */
export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('common.notFound.title'), 'part');
  return (
    <EmptyState
      icon={<IconMapOff size={28} stroke={1.5} />}
      title={t('common.notFound.title')}
      wholePage
      action={
        <Button component={Link} href="/">
          {t('common.notFound.home')}
        </Button>
      }
    >
      {t('common.notFound.text')}
    </EmptyState>
  );
}
