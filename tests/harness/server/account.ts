import { toInstant } from '../../../domain/base/ids.ts';
import type { AccountView, DeviceRecords } from '../../../domain/protocol/endpoints/account/account.ts';
import * as endpoints from '../../../domain/protocol/endpoints/account/account-endpoints.ts';
import { RECOVERY_CODES } from '../device/bridge.ts';
import type { Scenario } from '../scenario.ts';
import { answering, type Answered } from './answers.ts';
import { drawPicture } from './picture.ts';

const ago = (hours: number) => toInstant(Date.now() - hours * 3_600_000);
const DAY = 24;

/** Answers about one's own account: state of the address, devices, second factor. */
export function answersOfAccount(scenario: Scenario): readonly Answered[] {
  let { email, secondFactor } = scenario;
  let language: AccountView['language'] = 'it';
  let devices: AccountView['devices'] = [
    {
      session: 's1',
      name: 'PC aula 12',
      username: '',
      signedInAt: ago(50),
      lastUsedAt: ago(0),
      current: true,
    },
    {
      session: 's2',
      name: 'Portatile di casa',
      username: '',
      signedInAt: ago(30 * DAY),
      lastUsedAt: ago(20),
      current: false,
    },
    {
      session: 's3',
      name: 'PC sala insegnanti',
      username: '',
      signedInAt: ago(60 * DAY),
      lastUsedAt: ago(40 * DAY),
      current: false,
      ended: 'signedOut',
    },
  ];
  const view = (username: string, kind: AccountView['kind']): AccountView => ({
    username,
    kind,
    schoolPass: '41528073',
    ...(email === 'confirmed'
      ? { email: { address: 'carla.benedetti@posta.example', confirmedAt: ago(40 * DAY) } }
      : {}),
    ...(email === 'pending'
      ? {
          pendingEmail: {
            address: 'carla.benedetti@posta.example',
            since: ago(1),
            expiresAt: ago(-71),
            resendAt: ago(-0.01),
          },
        }
      : {}),
    passwordSetAt: ago(40 * DAY),
    secondFactor: {
      enabled: secondFactor,
      required: scenario.role === 'office',
      recoveryCodesLeft: secondFactor ? 7 : 0,
    },
    ...(scenario.changed && {
      recordChange: { at: ago(20), fiscalCode: 'BNDCRL80A41F257K', emails: ['c.benedetti@posta.example'] },
    }),
    hasPicture: scenario.picture,
    language,
    devices: devices.map((device) => ({ ...device, username })),
  });
  const records: DeviceRecords = {
    session: 's2',
    lastUsedAt: ago(20),
    readableNow: [
      { collection: 'settings', records: 2 },
      { collection: 'roster', records: 412 },
      { collection: 'timetable', records: 640 },
      { collection: 'lessons', records: 1_204 },
      { collection: 'attendance', records: 3_890 },
    ],
    buckets: ['school'],
  };

  return [
    answering(endpoints.viewAccount, ({ identity }) =>
      view(identity?.username ?? '', identity?.kind ?? 'staff'),
    ),
    answering(endpoints.resendEmail, () => undefined),
    answering(endpoints.deletePendingEmail, () => {
      email = 'none';
    }),
    answering(endpoints.confirmOwnRecord, () => undefined),
    answering(endpoints.chooseLanguage, ({ body }) => {
      language = body.language;
    }),
    answering(endpoints.beginSecondFactor, () => ({
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Campanella:MORE0001.10009?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Campanella',
    })),
    ...[endpoints.confirmSecondFactor, endpoints.renewRecoveryCodes].map((endpoint) =>
      answering(endpoint, () => {
        secondFactor = true;
        return { recoveryCodes: [...RECOVERY_CODES] };
      }),
    ),
    answering(endpoints.endDevice, ({ params: { session } }) => {
      devices = devices.map((device) =>
        device.session === session ? { ...device, ended: 'owner' } : device,
      );
    }),
    answering(endpoints.deviceRecords, () => records),
    answering(endpoints.readPicture, async () => (scenario.picture ? await drawPicture() : undefined)),
    answering(endpoints.savePicture, () => undefined),
    answering(endpoints.removePicture, () => undefined),
  ];
}
