import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLockCheck, IconLockOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_PIN, pinFault, type PinFault } from '../../../../domain/base/passwords/pin-rules.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import type { ProfileVerbs } from '../frame/profile-verbs.ts';
import { Section } from '../frame/section.tsx';

/** The PIN of this computer: a matter of the device alone, with or without a network. */
export function PinSection({ verbs }: { readonly verbs: ProfileVerbs }) {
  const { t } = useTranslation();
  const [isSet, setIsSet] = useState<boolean>();
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState<PinFault>();
  const pinField = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<'saved' | 'removed'>();
  const [choosing, chooser] = useDisclosure(false);
  const [removing, remover] = useDisclosure(false);

  useEffect(() => {
    let isCurrent = true;
    void verbs.hasPin().then((has) => isCurrent && setIsSet(has));
    return () => {
      isCurrent = false;
    };
  }, [verbs]);

  const done = (what: 'saved' | 'removed') => {
    setPin('');
    setTold(what);
    setIsSet(what === 'saved');
  };

  return (
    <Section
      name="pin"
      state={
        isSet !== undefined && (
          <Chip tone={isSet ? 'ok' : 'neutral'} icon={isSet ? <IconLockCheck /> : <IconLockOff />}>
            {t(isSet ? 'profile.pin.set' : 'profile.pin.unset')}
          </Chip>
        )
      }
    >
      <p>{t('profile.pin.text')}</p>
      {told && (
        <Notice tone="ok" urgent>
          {t(`profile.pin.${told}`)}
        </Notice>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={chooser.open}>
          {t(isSet ? 'profile.pin.change' : 'profile.pin.choose')}
        </Button>
        {isSet && (
          <Button variant="default" onClick={remover.open}>
            {t('profile.pin.remove')}
          </Button>
        )}
      </Group>
      <PasswordDialog
        opened={choosing}
        of="computer"
        title={t(isSet ? 'profile.pin.change' : 'profile.pin.choose')}
        text={t('profile.pin.text')}
        action={t('profile.pin.save')}
        isReady={() => {
          const found = pinFault(pin);
          setFault(found);
          if (found !== undefined) pinField.current?.focus();
          return found === undefined;
        }}
        onConfirm={(password) => verbs.setPin({ pin, password })}
        onDone={() => done('saved')}
        onClose={() => {
          setFault(undefined);
          chooser.close();
        }}
      >
        <TextInput
          ref={pinField}
          label={t('profile.pin.pin')}
          description={t('profile.pin.rule')}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          value={pin}
          error={fault && t(`profile.pin.fault.${fault}`)}
          onChange={(event) => {
            setFault(undefined);
            setPin(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, LONGEST_PIN));
          }}
        />
      </PasswordDialog>
      <PasswordDialog
        opened={removing}
        of="computer"
        title={t('profile.pin.remove')}
        text={t('profile.pin.text')}
        action={t('profile.pin.remove')}
        onConfirm={(password) => verbs.setPin({ pin: null, password })}
        onDone={() => done('removed')}
        onClose={remover.close}
      />
    </Section>
  );
}
