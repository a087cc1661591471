import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconCalendarTime,
  IconKey,
  IconKeyboard,
  IconLock,
  IconRefresh,
  IconSearch,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { seesWholeSchool } from '../../domain/access/actor.ts';
import { addDays, dayOfInstant } from '../../domain/base/local-date.ts';
import { className } from '../../domain/records/class.ts';
import type { Register, TeacherDay } from '../data/register.ts';
import { classLabel } from '../i18n/class-label.ts';
import { useFormat } from '../i18n/format.ts';
import {
  dayPath,
  DEVICE_ACCOUNTS_PATH,
  hourPath,
  OFFICE_ACCOUNTS_PATH,
  PROFILE_PATH,
  SYNC_PATH,
} from '../ui/routes.ts';
import { useLive } from '../ui/use-live.ts';

interface CommandPaletteProps {
  readonly register: Register;
  readonly onLock: () => void;
  readonly onShortcuts: () => void;
}

/** Ctrl+K: every class, hour and action by its name. */
export function CommandPalette({ register, onLock, onShortcuts }: CommandPaletteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const today = dayOfInstant(register.now());
  const live = useLive(useMemo(() => register.teacherDay(today), [register, today]));
  const day: TeacherDay | undefined = live.ready ? live.value : undefined;
  const icon = { size: 18, stroke: 1.6 } as const;
  const firstHour = day?.hours[0]?.planned.hour ?? 1;

  const groups: SpotlightActionGroupData[] = [
    {
      group: t('shell.command.hours'),
      actions: (day?.hours ?? []).map(({ planned, schoolClass, subject }) => ({
        id: `hour.${planned.class}.${planned.hour}`,
        label: `${className(schoolClass)} · ${subject.name}`,
        description: `${format.hour(planned.hour)} · ${format.clock(planned.start)}–${format.clock(planned.end)}`,
        leftSection: <IconCalendarTime {...icon} />,
        onClick: () => navigate(hourPath(planned.day, planned.class, planned.hour)),
      })),
    },
    {
      group: t('shell.command.classes'),
      // On a day without lessons there is nothing to open a class for.
      actions: (day?.noLesson ? [] : (day?.classes ?? [])).map((schoolClass) => ({
        id: `class.${schoolClass.id}`,
        label: t('shell.command.openClass', { name: classLabel(schoolClass, day?.classes ?? [], t) }),
        leftSection: <IconUsers {...icon} />,
        onClick: () => navigate(hourPath(today, schoolClass.id, firstHour)),
      })),
    },
    {
      group: t('shell.command.actions'),
      actions: [
        {
          id: 'today',
          label: t('shell.command.goToday'),
          leftSection: <IconCalendarTime {...icon} />,
          onClick: () => navigate(dayPath()),
        },
        ...(register.identity.kind === 'staff'
          ? [
              {
                id: 'yesterday',
                label: t('shell.command.previousDay'),
                leftSection: <IconCalendarTime {...icon} />,
                onClick: () => navigate(dayPath(addDays(today, -1))),
              },
            ]
          : []),
        ...(seesWholeSchool(register.identity)
          ? [
              {
                id: 'access',
                label: t('shell.nav.accessFull'),
                leftSection: <IconKey {...icon} />,
                onClick: () => navigate(OFFICE_ACCOUNTS_PATH),
              },
            ]
          : []),
        {
          id: 'profile',
          label: t('shell.account.profile'),
          leftSection: <IconUserCircle {...icon} />,
          onClick: () => navigate(PROFILE_PATH),
        },
        {
          id: 'device-accounts',
          label: t('shell.account.manage'),
          leftSection: <IconUsers {...icon} />,
          onClick: () => navigate(DEVICE_ACCOUNTS_PATH),
        },
        {
          id: 'sync',
          label: t('shell.command.goSync'),
          leftSection: <IconRefresh {...icon} />,
          onClick: () => navigate(SYNC_PATH),
        },
        {
          id: 'sync-now',
          label: t('shell.state.syncNow'),
          leftSection: <IconRefresh {...icon} />,
          onClick: () => register.syncNow(),
        },
        {
          id: 'keys',
          label: t('shell.account.shortcuts'),
          leftSection: <IconKeyboard {...icon} />,
          onClick: onShortcuts,
        },
        {
          id: 'lock',
          label: t('shell.account.lock'),
          leftSection: <IconLock {...icon} />,
          onClick: onLock,
        },
      ],
    },
  ];

  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      shortcut="mod + K"
      tagsToIgnore={[]}
      nothingFound={t('shell.command.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      radius="lg"
      attributes={{ content: { 'aria-label': t('shell.command.open') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('shell.command.placeholder'),
        'aria-label': t('shell.command.open'),
      }}
    />
  );
}
