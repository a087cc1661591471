import { ok } from '../../domain/base/result.ts';
import * as endpoints from '../../domain/protocol/endpoints/account/account-endpoints.ts';
import type { Serve } from '../http/serve.ts';
import type { AccountActs } from '../identity/profile/account-acts.ts';
import type { ViewAccount } from '../identity/profile/account-view.ts';
import type { ChooseLanguage } from '../identity/profile/choose-language.ts';
import type { Devices } from '../identity/profile/devices.ts';
import type { EnrolSecondFactor } from '../identity/profile/enrol-second-factor.ts';
import type { PendingEmailActs } from '../identity/profile/pending-email-acts.ts';
import type { Pictures } from '../identity/profile/picture.ts';
import type { ConfirmOwnRecord } from '../office/records/confirm-record.ts';

/** What the account routes call. */
export interface AccountServices {
  readonly view: ViewAccount;
  readonly acts: AccountActs;
  readonly pendingEmail: PendingEmailActs;
  readonly secondFactor: EnrolSecondFactor;
  readonly devices: Devices;
  readonly pictures: Pictures;
  readonly chooseLanguage: ChooseLanguage;
  readonly confirmRecord: ConfirmOwnRecord;
}

/** All of them are about the account of the session that asks: none takes another one's name. */
export function accountRoutes(serve: Serve, services: AccountServices): void {
  const { view, acts, pendingEmail, secondFactor, devices, pictures, chooseLanguage, confirmRecord } =
    services;
  serve(endpoints.viewAccount, ({ who }) => view(who));
  serve(endpoints.actOnAccount, ({ who, body, address }) => acts(who, body, address));
  serve(endpoints.resendEmail, ({ who }) => pendingEmail.resend(who));
  serve(endpoints.deletePendingEmail, ({ who }) => pendingEmail.remove(who));
  serve(endpoints.confirmOwnRecord, ({ who, body }) => confirmRecord(who, body.seen));
  serve(endpoints.chooseLanguage, ({ who, body }) => chooseLanguage(who, body.language));
  serve(endpoints.beginSecondFactor, ({ who, body, address }) => secondFactor.begin(who, body.code, address));
  serve(endpoints.confirmSecondFactor, ({ who, body, address }) =>
    secondFactor.confirm(who, body.code, address),
  );
  serve(endpoints.renewRecoveryCodes, ({ who, body, address }) =>
    secondFactor.renewCodes(who, body.code, address),
  );
  serve(endpoints.endDevice, ({ who, params }) => devices.end(who, params.session));
  serve(endpoints.deviceRecords, ({ who, params }) => devices.records(who, params.session));
  serve(endpoints.readPicture, async ({ who }) => ok(await pictures.read(who)));
  serve(endpoints.savePicture, ({ who, body }) => pictures.save(who, body));
  serve(endpoints.removePicture, ({ who }) => pictures.save(who, undefined));
}
