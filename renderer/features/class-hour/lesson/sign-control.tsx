import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconSignature, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant, PersonId } from '../../../../domain/base/ids.ts';
import { recordingDelayDays } from '../../../../domain/school/signing-window.ts';
import { hasBegun } from '../../../../domain/school/before-its-time.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { ClassHour } from '../view/class-hour.ts';
import { useFormat } from '../../../i18n/format.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import { focusMenuButton } from '../../../ui/focus/focus-menu-button.ts';
import classes from './lesson-panel.module.css';
import { classNames } from '../words/class-names.ts';
import type { JoinedHour } from '../view/joined-hours.ts';
import { partText } from '../../../kinds/lesson/part-text.ts';
import { usePersonName } from '../words/person-names.tsx';
import { SignAsSelect } from './sign-as-select.tsx';
import { SignFollowing } from './sign-following.tsx';
import type { SignAct, SignAs } from './sign-act.ts';
import { signatureOf } from '../../../../domain/kinds/lesson/signature-of.ts';

interface SignControlProps {
  readonly hour: ClassHour;
  readonly others: readonly JoinedHour[];
  readonly now: Instant;
  readonly me: PersonId;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly mayConfirm: boolean;
  readonly maySignFollowing: boolean;
  readonly signAs: SignAs;
  readonly onSignAs: (signAs: SignAs) => void;
  /** For which part of the class the hour is to be signed. */
  readonly onGroup: (group: string) => void;
  /** Signs this hour, and does what the act says besides. */
  readonly onSign: (act?: SignAct) => void;
  /** Asks whether the signature is to be withdrawn. */
  readonly onWithdraw: () => void;
}

/** The signature: one button, or the signature made with the way to withdraw it; colleagues' signatures beside it. */
export function SignControl(props: SignControlProps) {
  const { hour, others, now, me, readOnly } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  const mine = signatureOf(hour, me);
  const delay = mine ? recordingDelayDays(hour.day, mine.signedAt) : 0;
  const isEarly = mine !== undefined && !hasBegun({ day: hour.day, start: hour.bell.start }, mine.signedAt);
  const colleagues = hour.signatures.filter(({ teacher }) => teacher !== me);
  const names = classNames(
    [hour, ...others.map((one) => one.hour)].map(({ schoolClass }) => schoolClass),
    format,
  );

  return (
    <div className={classes['control']}>
      {mine ? (
        <div className={classes['signed']}>
          <IconCircleCheckFilled size={18} aria-hidden="true" />
          <span>
            {t(isEarly ? 'classHour.lesson.signedEarly' : 'classHour.lesson.signed', {
              when: format.when(mine.signedAt, now),
            })}
            {delay > 0 && ` · ${t('classHour.lesson.delay', { count: delay })}`}
          </span>
          {!readOnly && (
            <Menu position="bottom-start">
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={t('classHour.lesson.withdraw')}
                >
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconArrowBackUp size={16} />}
                  onClick={(event) => {
                    focusMenuButton(event.currentTarget);
                    props.onWithdraw();
                  }}
                >
                  {t('classHour.lesson.withdraw')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      ) : hour.signedAway ? (
        <span className={classes['signed']}>{t('classHour.lesson.signedAway')}</span>
      ) : (
        <>
          <div className={classes['buttons']}>
            <Button
              leftSection={<IconSignature size={18} stroke={1.7} />}
              loading={props.busy}
              disabled={readOnly || hour.ahead === 'prepare'}
              onClick={() => props.onSign()}
              {...hint(KEYS.sign)}
            >
              {hour.ahead === 'prepare'
                ? t('classHour.lesson.signFrom', { time: format.clock(hour.bell.start) })
                : others.length > 0
                  ? t('joined.sign', { names })
                  : t(hour.ahead === 'block' ? 'classHour.lesson.signBlock' : 'classHour.lesson.sign')}
            </Button>
            {props.mayConfirm && (
              <Button
                variant="light"
                disabled={props.busy}
                onClick={() => props.onSign({ rollCall: true })}
                {...hint(KEYS.signAndConfirm, t('classHour.lesson.signAndConfirmLong'))}
              >
                {others.length > 0
                  ? t('joined.signAndConfirm', { names })
                  : t('classHour.lesson.signAndConfirm')}
              </Button>
            )}
          </div>
          {props.maySignFollowing && <SignFollowing hour={hour} busy={props.busy} onSign={props.onSign} />}
          {hour.parts.length > 0 && !readOnly && (
            <Select
              size="xs"
              w={210}
              aria-label={t('classHour.lesson.forPart')}
              allowDeselect={false}
              value={hour.part.group}
              data={hour.parts.map((part) => ({ value: part.group, label: partText(part, t) }))}
              onChange={(group) => group !== null && props.onGroup(group)}
            />
          )}
          {(!hour.planned || isSupportBesides(hour)) && !readOnly && (
            <SignAsSelect hour={hour} signAs={props.signAs} onSignAs={props.onSignAs} />
          )}
        </>
      )}
      {hour.replaced && (
        <span className={classes['replaced']}>
          {t('classHour.lesson.replaces', { name: listName(hour.replaced) })}
        </span>
      )}
      {colleagues.length > 0 && (
        <ul className={classes['colleagues']} aria-label={t('classHour.lesson.colleagues')}>
          {colleagues.map(({ teacher, signedAt }) => (
            <Colleague key={teacher} teacher={teacher} time={format.when(signedAt, now)} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whoever also supports a pupil of the class says in which of the two capacities they are there, in their own hours too (D17). */
function isSupportBesides({ posts }: Pick<ClassHour, 'posts'>): boolean {
  return posts.some(({ isSupport }) => isSupport) && posts.some(({ isSupport }) => !isSupport);
}

function Colleague({ teacher, time }: { readonly teacher: PersonId; readonly time: string }) {
  const name = usePersonName(teacher);
  return (
    <li title={`${name}, ${time}`}>
      <IconSignature size={14} stroke={1.7} aria-hidden="true" /> {name}
    </li>
  );
}
