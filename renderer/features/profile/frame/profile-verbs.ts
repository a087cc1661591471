import type { Result } from '../../../../domain/base/result.ts';
import type { ActFailure } from '../../../../domain/protocol/bridge/act-failures.ts';
import type { AccountAct, AccountActAnswer } from '../../../../domain/protocol/endpoints/account/account.ts';
import type { AccountApi } from '../../../data/api/account-api.ts';

/** What the profile can do beside reading: requests to the school, and acts that carry a password, through the main process. */
export interface ProfileVerbs {
  readonly api: AccountApi;
  act(act: AccountAct): Promise<Result<AccountActAnswer, ActFailure>>;
  hasPin(): Promise<boolean>;
  setPin(request: {
    readonly pin: string | null;
    readonly password: string;
  }): Promise<Result<null, ActFailure>>;
  saveText(name: string, text: string): Promise<'saved' | 'given up' | 'failed'>;
  /** Told when the own picture is another one. */
  onPicture(): void;
}
