import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { useEffect, useMemo, type ContextType } from 'react';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Bridge } from '../../domain/protocol/bridge/bridge.ts';
import { SessionContext } from '../data/use-session.ts';
import { isLanguage } from '../i18n/language.ts';
import { cssVariables, theme } from '../ui/theme.ts';
import { BridgeContext } from '../hosts/bridge-context.ts';
import { ClosingDialog } from './gate/closing-dialog.tsx';
import { keepFocus } from './focus/keep-focus.ts';
import { Gate } from './gate/gate.tsx';
import { PageErrorBoundary } from './pages/page-error-boundary.tsx';

interface AppProps {
  readonly bridge: Bridge;
  readonly session: NonNullable<ContextType<typeof SessionContext>>;
}

const MONDAY = 1;
/** Pages are told apart behind the hash: the application serves one document. */
const ADDRESSES = { hook: useHashLocation };

/** The whole page: look, language, address, session. */
export function App({ bridge, session }: AppProps) {
  const { i18n } = useTranslation();
  useEffect(keepFocus, []);
  // The menu and the dialogs of the system speak as the pages do: from the start, and whenever that changes.
  useEffect(() => {
    if (isLanguage(i18n.language)) void bridge.setLanguage(i18n.language);
  }, [bridge, i18n.language]);
  const dates = useMemo(() => ({ locale: i18n.language, firstDayOfWeek: MONDAY }) as const, [i18n.language]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={dates}>
        <ModalsProvider>
          <BridgeContext value={bridge}>
            <SessionContext value={session}>
              <Router {...ADDRESSES}>
                <PageErrorBoundary>
                  <Gate />
                </PageErrorBoundary>
              </Router>
              <ClosingDialog />
            </SessionContext>
          </BridgeContext>
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
