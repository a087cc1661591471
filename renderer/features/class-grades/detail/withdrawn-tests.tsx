import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { columnName } from '../cells/column-words.ts';
import type { WithdrawnColumn } from '../view/course-columns.ts';

interface WithdrawnTestsProps {
  /** In the order of their days; where there are none nothing is drawn. */
  readonly columns: readonly WithdrawnColumn[];
  /** Opens one to be read, with its history. */
  readonly onOpen: (assessment: string) => void;
}

/** The tests of a period that were given up: they count nowhere, and what they said stays to be read (D45, D78). */
export function WithdrawnTests({ columns, onOpen }: WithdrawnTestsProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  if (columns.length === 0) return null;
  const label = t('classGrades.withdrawn', { number: format.number(columns.length) });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden="true" />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label} mah="60vh" style={{ overflowY: 'auto' }}>
        {columns.map((column) => (
          <Menu.Item key={column.assessment.id} onClick={() => onOpen(column.assessment.id)}>
            {columnName(column, columns, { t, format })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
