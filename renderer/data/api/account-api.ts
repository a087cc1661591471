import type { Result } from '../../../domain/base/result.ts';
import type {
  AccountView,
  DeviceRecords,
  RecoveryCodes,
  SecondFactorEnrolment,
} from '../../../domain/protocol/account.ts';
import type { MailLanguage } from '../../../domain/protocol/mail-language.ts';
import type { Api, ApiFailure } from './api-request.ts';

/** One's own account, as far as it carries no password: those acts go through the main process. */
export interface AccountApi {
  view(signal?: AbortSignal): Promise<Result<AccountView, ApiFailure>>;
  resendEmail(): Promise<Result<unknown, ApiFailure>>;
  deletePendingEmail(): Promise<Result<unknown, ApiFailure>>;
  /** A code is needed where a second factor is on already, which the new one is to replace. */
  beginSecondFactor(code?: string): Promise<Result<SecondFactorEnrolment, ApiFailure>>;
  confirmSecondFactor(code: string): Promise<Result<RecoveryCodes, ApiFailure>>;
  renewRecoveryCodes(code: string): Promise<Result<RecoveryCodes, ApiFailure>>;
  chooseLanguage(language: MailLanguage): Promise<Result<unknown, ApiFailure>>;
  /** The owner's word that what the school has changed of the record is right, with the digest of what was shown. */
  confirmRecord(seen: string): Promise<Result<unknown, ApiFailure>>;
  endDevice(session: string): Promise<Result<unknown, ApiFailure>>;
  deviceRecords(session: string): Promise<Result<DeviceRecords, ApiFailure>>;
  picture(signal?: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>, ApiFailure>>;
  savePicture(picture: Blob): Promise<Result<unknown, ApiFailure>>;
  removePicture(): Promise<Result<unknown, ApiFailure>>;
}

/** The requests about one's own account. */
export function createAccountApi(api: Api): AccountApi {
  const aborting = (signal: AbortSignal | undefined) => (signal ? { signal } : {});
  const device = (session: string) => `/api/account/devices/${encodeURIComponent(session)}`;
  return {
    view: (signal) => api.json('/api/account', aborting(signal)),
    resendEmail: () => api.json('/api/account/email/resend', { method: 'POST', body: {} }),
    deletePendingEmail: () => api.json('/api/account/email/pending', { method: 'DELETE' }),
    beginSecondFactor: (code) =>
      api.json('/api/account/second-factor/begin', {
        method: 'POST',
        body: code === undefined ? {} : { code },
      }),
    confirmSecondFactor: (code) =>
      api.json('/api/account/second-factor/confirm', { method: 'POST', body: { code } }),
    renewRecoveryCodes: (code) =>
      api.json('/api/account/second-factor/recovery-codes', { method: 'POST', body: { code } }),
    chooseLanguage: (language) => api.json('/api/account/language', { method: 'PUT', body: { language } }),
    confirmRecord: (seen) => api.json('/api/account/record/confirm', { method: 'POST', body: { seen } }),
    endDevice: (session) => api.json(`${device(session)}/end`, { method: 'POST', body: {} }),
    deviceRecords: (session) => api.json(`${device(session)}/records`),
    picture: (signal) => api.bytes('/api/account/picture', aborting(signal)),
    savePicture: (picture) => api.json('/api/account/picture', { method: 'PUT', blob: picture }),
    removePicture: () => api.json('/api/account/picture', { method: 'DELETE' }),
  };
}
