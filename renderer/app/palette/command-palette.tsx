import { can } from '../../../domain/access/capabilities.ts';
import { Modal, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Register } from '../../data/register.ts';
import { KeyCap } from '../../ui/marks/key-cap.tsx';
import type { Command, CommandGroup } from './commands.ts';
import classes from './command-palette.module.css';
import { closePalette, usePalette } from './palette-store.ts';
import { useCommands } from './use-commands.ts';

/** Ctrl+K: every class, hour, day, pupil, action and section of a page by its name. Closed, it asks the register for nothing. */
export function CommandPalette({ register }: { readonly register: Register }) {
  const { t } = useTranslation();
  const opened = usePalette((state) => state.opened);
  useEffect(() => () => closePalette(), []);
  /** The focus goes back to where it was before anything is done from there. */
  const leave = (command?: Command) => {
    const { before } = usePalette.getState();
    closePalette();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    command?.run();
  };
  return (
    <Modal
      opened={opened}
      onClose={() => leave()}
      withCloseButton={false}
      returnFocus={false}
      centered={false}
      yOffset="10vh"
      size={600}
      padding={0}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('shell.command.open') } }}
    >
      <Palette register={register} onLeave={leave} />
    </Modal>
  );
}

interface PaletteProps {
  readonly register: Register;
  readonly onLeave: (command?: Command) => void;
}

/** A combobox: the focus stays in the field, arrows choose in the list, and what is chosen is named to assistive technology. */
function Palette({ register, onLeave }: PaletteProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  /** Enter came before the classes and people were read: it is meant for what they bring. */
  const [isEntered, setEntered] = useState(false);
  const { groups, isWhole } = useCommands(register, query);
  const commands = groups.flatMap((group) => group.commands);
  const at = Math.min(chosen, commands.length - 1);
  const optionId = (command: Command) => `${id}-${command.id}`;
  const current = commands[at];
  const isNothing = commands.length === 0 && isWhole;

  useEffect(() => {
    if (current)
      document.querySelector(`#${CSS.escape(`${id}-${current.id}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const enter = useEffectEvent(() => {
    if (current) onLeave(current);
  });
  useEffect(() => {
    if (isEntered && isWhole) enter();
  }, [isEntered, isWhole]);

  // In the moment in which it opens: a dialog takes the focus later, and the first letters would go astray.
  useLayoutEffect(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is composed its keys choose among the candidates.
    if (event.nativeEvent.isComposing) return;
    const count = commands.length;
    if (event.key === 'ArrowDown') setChosen(count === 0 ? 0 : (at + 1) % count);
    else if (event.key === 'ArrowUp') setChosen(count === 0 ? 0 : (at + count - 1) % count);
    else if (event.key === 'PageDown') setChosen(Math.min(count - 1, at + 8));
    else if (event.key === 'PageUp') setChosen(Math.max(0, at - 8));
    else if (event.key === 'Enter') {
      if (!isWhole) setEntered(true);
      else if (current) onLeave(current);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        ref={field}
        data-autofocus
        variant="unstyled"
        className={classes['search'] ?? ''}
        leftSection={<IconSearch size={18} />}
        leftSectionPointerEvents="none"
        leftSectionWidth={44}
        role="combobox"
        aria-label={t('shell.command.open')}
        aria-expanded={commands.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? optionId(current) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t(
          hasClasses(register) ? 'shell.command.placeholder' : 'shell.command.placeholderActions',
        )}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <VisuallyHidden role="status">
        {commands.length > 0 && t('shell.command.results', { count: commands.length })}
        {isNothing && t('shell.command.nothing')}
      </VisuallyHidden>
      {isNothing && <p className={classes['nothing']}>{t('shell.command.nothing')}</p>}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('shell.command.list')}
        className={classes['list']}
        hidden={commands.length === 0}
      >
        {groups.map((group) => (
          <Group key={group.kind} id={`${id}-group-${group.kind}`} group={group}>
            {group.commands.map((command) => (
              <button
                key={command.id}
                type="button"
                id={optionId(command)}
                role="option"
                tabIndex={-1}
                aria-selected={command === current}
                className={classes['option']}
                // The focus stays in the field.
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setChosen(commands.indexOf(command))}
                onClick={() => onLeave(command)}
              >
                <span className={classes['label']}>{command.label}</span>
                {command.detail !== undefined && <span className={classes['detail']}>{command.detail}</span>}
                {command.keys !== undefined && <KeyCap>{command.keys}</KeyCap>}
              </button>
            ))}
          </Group>
        ))}
      </div>
    </>
  );
}

/** Whether there is anything but actions to be found: the field promises no more than that. */
function hasClasses({ identity }: Register): boolean {
  return can(identity, 'findPeople');
}

interface GroupProps {
  readonly id: string;
  readonly group: CommandGroup;
  readonly children: ReactNode;
}

function Group({ id, group, children }: GroupProps) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} role="presentation" className={classes['group']}>
        {t(`shell.command.kind.${group.kind}`)}
      </div>
      {children}
    </div>
  );
}
