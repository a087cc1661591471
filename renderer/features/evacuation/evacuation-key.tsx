import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { EVACUATION_PATH } from '../../ui/routes.ts';

/** The key to the lists of an evacuation, on every page. */
export function EvacuationKey() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  useDeclareActions([
    {
      id: 'evacuation',
      label: t('evacuation.name'),
      keywords: t('evacuation.words'),
      keys: KEYS.evacuation,
      everywhere: true,
      run: () => navigate(EVACUATION_PATH),
    },
  ]);
  return null;
}
