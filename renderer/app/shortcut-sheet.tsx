import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../ui/key-cap.tsx';
import classes from './shell.module.css';

interface ShortcutSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every key that does something, by place. */
export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  const { t } = useTranslation();
  const letter = (mark: 'present' | 'absent' | 'late' | 'exited' | 'outOfClass') =>
    t(`common.mark.${mark}.letter`).slice(0, 1);
  const groups = [
    {
      title: t('shell.keys.roll'),
      keys: [
        [t('shell.keys.move'), t('shell.keys.arrows')],
        [t('shell.keys.number'), t('shell.keys.digits')],
        [t('shell.keys.search'), '/'],
        ...(['present', 'absent', 'late', 'exited', 'outOfClass'] as const).map((mark) => [
          t(`common.mark.${mark}.name`),
          letter(mark),
        ]),
        [t('shell.keys.time'), t('shell.keys.timeExample')],
        [t('shell.keys.undo'), 'Ctrl Z'],
        [t('shell.keys.confirmRoll'), `Ctrl ${t('shell.keys.enter')}`],
        [t('shell.keys.topic'), 'T'],
      ],
    },
    {
      title: t('shell.keys.lesson'),
      keys: [
        [t('shell.keys.sign'), `Ctrl ${t('shell.keys.enter')}`],
        [t('shell.keys.previousTopic'), '↑'],
        [t('shell.keys.leave'), 'Esc'],
      ],
    },
    {
      title: t('shell.keys.general'),
      keys: [
        [t('shell.keys.palette'), 'Ctrl K'],
        [t('shell.keys.sync'), 'Ctrl S'],
        [t('shell.keys.lock'), 'Ctrl L'],
        [t('shell.keys.sheet'), '?'],
      ],
    },
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes['keys']}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {keys.map(([what, key]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    <KeyCap>{key ?? ''}</KeyCap>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
