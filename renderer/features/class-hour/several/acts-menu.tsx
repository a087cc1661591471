import { Button, Menu } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { InClassHeader } from '../../../hosts/class-place.tsx';
import { useDeclareActions } from '../../../ui/actions/actions.ts';

/** An act about several pupils that can be done now. */
export interface OfferedAct {
  readonly id: string;
  readonly label: string;
  readonly keywords: string;
  readonly run: () => void;
}

/** The acts about several pupils, in the header of the class and in the palette; nothing where there are none. */
export function ActsMenu({ offered }: { readonly offered: readonly OfferedAct[] }) {
  const { t } = useTranslation();
  useDeclareActions(offered);
  if (offered.length === 0) return null;
  return (
    <InClassHeader part="tools">
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconUsersGroup size={16} stroke={1.7} />}>
            {t('several.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map(({ id, label, run }) => (
            <Menu.Item key={id} onClick={run}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </InClassHeader>
  );
}
