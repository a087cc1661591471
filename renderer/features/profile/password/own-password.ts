import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

/** Whether the open account has a password of this computer's own, beside the one of the register. */
export const HasOwnPassword = createContext(false);

/** What the password to be typed is called: the one of the register, or the one that opens the data of this computer. */
export function usePasswordLabel(of: 'register' | 'computer' = 'register'): string {
  const { t } = useTranslation();
  const hasOwn = useContext(HasOwnPassword);
  if (!hasOwn) return t('credentials.currentPassword');
  return t(of === 'register' ? 'credentials.registerPassword' : 'credentials.computerPassword');
}
