import { toInstant } from '../../../domain/base/ids.ts';
import type { AccountView, DeviceRecords } from '../../../domain/protocol/endpoints/account/account.ts';
import { RECOVERY_CODES } from '../device/bridge.ts';
import type { Scenario } from '../scenario.ts';

const ago = (hours: number) => toInstant(Date.now() - hours * 3_600_000);
const DAY = 24;

/** Answers about one's own account: state of the address, devices, second factor. */
export function createMemoryAccount(scenario: Scenario) {
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

  /** Answers a request, or nothing for a path that is not about the account. */
  return (method: string, path: string, who: Pick<AccountView, 'username' | 'kind'>): unknown => {
    if (path === '/api/account') return view(who.username, who.kind);
    if (path === '/api/account/email/resend') return {};
    if (path === '/api/account/email/pending' && method === 'DELETE') {
      email = 'none';
      return {};
    }
    if (path === '/api/account/second-factor/begin')
      return {
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Campanella:MORE0001.10009?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Campanella',
      };
    if (path === '/api/account/language') {
      language = language === 'it' ? 'en' : 'it';
      return {};
    }
    if (
      path === '/api/account/second-factor/confirm' ||
      path === '/api/account/second-factor/recovery-codes'
    ) {
      secondFactor = true;
      return { recoveryCodes: RECOVERY_CODES };
    }
    if (path.endsWith('/records')) return records;
    const ended = /devices\/(\w+)\/end$/.exec(path)?.[1];
    if (ended !== undefined) {
      devices = devices.map((device) => (device.session === ended ? { ...device, ended: 'owner' } : device));
      return {};
    }
    return undefined;
  };
}
