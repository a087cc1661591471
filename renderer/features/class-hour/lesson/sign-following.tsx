import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import { focusMenuButton } from '../../../ui/focus/focus-menu-button.ts';
import type { ClassHour } from '../view/class-hour.ts';
import { followingText } from '../words/following-text.ts';
import classes from './lesson-panel.module.css';
import type { SignAct } from './sign-act.ts';

interface SignFollowingProps {
  readonly hour: ClassHour;
  readonly busy: boolean;
  readonly onSign: (act: SignAct) => void;
}

/** Signs the hours that follow as well: topic and activity go to all of them, or stay with the first. */
export function SignFollowing({ hour, busy, onSign }: SignFollowingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  const { following } = hour;
  return (
    <Button.Group>
      <Button
        variant="default"
        size="compact-sm"
        disabled={busy}
        onClick={() => onSign({ following })}
        {...hint(KEYS.signFollowing, t('classHour.lesson.textsInAll'))}
      >
        {t('classHour.lesson.signFollowing', { hours: followingText(hour, t, format) })}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            className={classes['how'] ?? ''}
            disabled={busy}
            aria-label={t('classHour.lesson.followingHow')}
          >
            <IconChevronDown size={14} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[false, true].map((textsHereOnly) => (
            <Menu.Item
              key={String(textsHereOnly)}
              onClick={(event) => {
                focusMenuButton(event.currentTarget);
                onSign({ following, textsHereOnly });
              }}
            >
              {textsHereOnly
                ? t('classHour.lesson.textsInFirst', { hour: format.hour(hour.bell.hour) })
                : t('classHour.lesson.textsInAll')}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
