import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import type { ClassSection } from '../../hosts/page.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { POINTER_OUTSIDE, useKeysOfOpenMenu } from '../../ui/focus/use-keys-of-open-menu.ts';
import { KeyCap } from '../../ui/marks/key-cap.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { openableClasses } from '../../views/openable-classes.ts';
import classes from './class-page.module.css';
import { hourToShow } from './hour-to-show.ts';

interface ClassMenuProps {
  readonly register: Register;
  readonly schoolClass: SchoolClass;
  readonly place: HourPlace;
  readonly section: ClassSection;
}

/** The digits choose: more classes than these are chosen by the arrows. */
const MOST_DIGITS = 9;

/** The name of the class; pressed, the other classes of whoever looks at it, in the same section. */
export function ClassMenu({ register, schoolClass, place, section }: ClassMenuProps) {
  const { t } = useTranslation();
  const hint = useKeyHint();
  const [, navigate] = useLocation();
  const [opened, menu] = useDisclosure(false);
  const all = useViewValue(openableClasses, register, place.day);
  const own = (all ?? []).filter(({ isMine }) => isMine);
  const among = own.map((each) => each.schoolClass);
  const name = t('classHour.classTitle', { name: className(schoolClass) });
  const isChoice = own.some((each) => each.schoolClass.id !== schoolClass.id);
  useDeclareActions(
    isChoice
      ? [
          {
            id: 'switch-class',
            label: t('classPage.switch'),
            keywords: t('classPage.wordsForSwitch'),
            keys: KEYS.classes,
            everywhere: true,
            run: menu.open,
          },
        ]
      : [],
  );
  const choose = (at: number): boolean => {
    const chosen = own[at];
    if (!chosen) return false;
    menu.close();
    const hour = hourToShow(chosen.hours, place, register.now());
    navigate(section.pathOf({ day: place.day, schoolClass: chosen.schoolClass.id, hour }));
    return true;
  };
  useKeysOfOpenMenu(opened, menu.close, (key) => /^[1-9]$/.test(key) && choose(Number(key) - 1));
  if (!isChoice) return name;
  return (
    <Menu
      opened={opened}
      onChange={(to) => (to ? menu.open() : menu.close())}
      clickOutsideEvents={POINTER_OUTSIDE}
      position="bottom-start"
    >
      <Menu.Target>
        <button type="button" className={classes['className']} {...hint(KEYS.classes, t('classPage.switch'))}>
          {name}
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('classPage.switch')} mah="70vh">
        {own.map((each, at) => (
          <Menu.Item
            key={each.schoolClass.id}
            onClick={() => choose(at)}
            aria-current={each.schoolClass.id === schoolClass.id ? 'true' : undefined}
            rightSection={at < MOST_DIGITS ? <KeyCap>{String(at + 1)}</KeyCap> : undefined}
          >
            {classLabel(each.schoolClass, among, t)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
