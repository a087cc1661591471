import type { Result } from '../../../domain/base/result.ts';
import type {
  AccountView,
  DeviceRecords,
  RecoveryCodes,
  SecondFactorEnrolment,
} from '../../../domain/protocol/endpoints/account/account.ts';
import * as endpoints from '../../../domain/protocol/endpoints/account/account-endpoints.ts';
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
  return {
    view: (signal) => api.ask(endpoints.viewAccount, { signal }),
    resendEmail: () => api.ask(endpoints.resendEmail),
    deletePendingEmail: () => api.ask(endpoints.deletePendingEmail),
    beginSecondFactor: (code) =>
      api.ask(endpoints.beginSecondFactor, { body: code === undefined ? {} : { code } }),
    confirmSecondFactor: (code) => api.ask(endpoints.confirmSecondFactor, { body: { code } }),
    renewRecoveryCodes: (code) => api.ask(endpoints.renewRecoveryCodes, { body: { code } }),
    chooseLanguage: (language) => api.ask(endpoints.chooseLanguage, { body: { language } }),
    confirmRecord: (seen) => api.ask(endpoints.confirmOwnRecord, { body: { seen } }),
    endDevice: (session) => api.ask(endpoints.endDevice, { params: { session } }),
    deviceRecords: (session) => api.ask(endpoints.deviceRecords, { params: { session } }),
    picture: (signal) => api.ask(endpoints.readPicture, { signal }),
    savePicture: (picture) => api.ask(endpoints.savePicture, { body: picture }),
    removePicture: () => api.ask(endpoints.removePicture),
  };
}
