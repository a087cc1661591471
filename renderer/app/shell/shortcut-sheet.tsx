import { Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { can } from '../../../domain/access/capabilities.ts';
import { useRegister } from '../../data/use-session.ts';
import { useActions } from '../../ui/actions/actions.ts';
import { useSingleKeys } from '../../ui/actions/single-keys.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { KeyCap } from '../../ui/marks/key-cap.tsx';
import classes from './shell.module.css';

interface ShortcutSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every key that does something, by place; its words are looked up when it is opened. */
export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Keys />
    </Modal>
  );
}

function Keys() {
  const { t } = useTranslation();
  const letter = (mark: 'present' | 'absent' | 'late' | 'exited' | 'outOfClass') =>
    t(`common.mark.${mark}.letter`).slice(0, 1);
  const actions = useActions();
  const [hasSingleKeys, changeSingleKeys] = useSingleKeys();
  const { identity } = useRegister();
  const groups: readonly { readonly title: string; readonly keys: readonly (readonly string[])[] }[] = [
    // Families have no page with an hour.
    ...(can(identity, 'seeSchool')
      ? [
          {
            title: t('shell.keys.roll'),
            keys: [
              [t('shell.keys.move'), t('keys.arrows')],
              [t('shell.keys.number'), t('keys.digits')],
              [t('shell.keys.search'), KEYS.find, KEYS.findToo],
              ...(['present', 'absent', 'late', 'exited', 'outOfClass'] as const).map((mark) => [
                t(`common.mark.${mark}.name`),
                letter(mark),
              ]),
              [t('shell.keys.time'), t('keys.timeExample')],
              [t('shell.keys.undo'), KEYS.undo],
              [t('shell.keys.confirmRoll'), KEYS.confirm],
              [t('shell.keys.topic'), KEYS.topic],
              [t('shell.pupil.open'), KEYS.card],
              [t('shell.keys.justify'), KEYS.justify],
              [t('shell.keys.permit'), KEYS.permit],
              [t('shell.keys.outOfClass'), KEYS.outOfClass],
            ],
          },
          {
            title: t('shell.keys.absences'),
            keys: [
              ...(['validate', 'reject', 'writeDown', 'split', 'revoke'] as const).map((act) => [
                t(`shell.keys.${act}`),
                KEYS[act],
              ]),
              [t('shell.keys.undoDecision'), KEYS.undo],
            ],
          },
          {
            title: t('shell.keys.grids'),
            keys: [
              [t('shell.keys.cells'), t('keys.arrows')],
              [t('shell.keys.cellEnds'), 'Home', 'End'],
              [t('shell.keys.correct'), 'F2'],
              [t('shell.keys.down'), 'Enter'],
              [t('shell.keys.beside'), 'Tab'],
              [t('shell.keys.giveUp'), 'Escape'],
              [t('shell.keys.clear'), 'Delete'],
              [t('shell.keys.chooseCells'), `shift+${t('keys.arrows')}`],
              [t('shell.keys.wholeRow'), 'shift+Space'],
              [t('shell.keys.wholeColumn'), 'mod+Space'],
              [t('shell.keys.all'), 'mod+A'],
              [t('shell.keys.fillDown'), 'mod+D'],
              [t('shell.keys.copy'), 'mod+C', 'mod+X', 'mod+V'],
              [t('grid.undo'), KEYS.undo],
              [t('grid.redo'), KEYS.redo],
            ],
          },
          {
            title: t('shell.keys.lesson'),
            keys: [
              [t('shell.keys.sign'), KEYS.sign],
              [t('shell.keys.previousTopic'), KEYS.previousTopic],
              [t('shell.keys.leave'), KEYS.leave],
            ],
          },
        ]
      : []),
    // The lists with boxes and menus are the office's.
    ...(can(identity, 'runSchool')
      ? [
          {
            title: t('shell.keys.lists'),
            keys: [
              [t('shell.keys.walk'), t('keys.arrows')],
              [t('shell.keys.ends'), 'Home', 'End'],
              [t('shell.keys.corners'), 'mod+Home', 'mod+End'],
              [t('shell.keys.tenRows'), 'PageUp', 'PageDown'],
              [t('shell.keys.choose'), 'Space'],
              [t('shell.keys.chooseBetween'), 'shift+Space'],
              [t('shell.keys.rowMenu'), 'Enter'],
            ],
          },
        ]
      : []),
    {
      title: t('shell.keys.general'),
      // As they are declared: what has a key on the page behind this sheet is on it.
      keys: actions
        .filter(
          ({ keys, everywhere, id }) =>
            keys !== undefined && (everywhere === true || id === 'keys') && id !== 'find-pupil',
        )
        .map(({ label, keys = '' }) => [label, keys]),
    },
  ];
  return (
    <>
      <Switch
        mb="md"
        label={t('shell.keys.single')}
        description={t('shell.keys.singleText')}
        checked={hasSingleKeys}
        onChange={(event) => changeSingleKeys(event.currentTarget.checked)}
      />
      <div className={classes['keys']}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {keys.map(([what, ...each]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {each.map((key) => (
                      <KeyCap key={key}>{key}</KeyCap>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
