import {
  createPasswordJudge,
  type PasswordVerdict,
} from '../../../domain/base/passwords/password-strength.ts';

/** Says what the school's server will say of a password; `personal` are words that those who know the owner try first. */
export type JudgePassword = (password: string, personal: readonly string[]) => PasswordVerdict;

/** What is read of a password: estimating one of a thousand characters would stop the page. */
const LONGEST_JUDGED = 128;

let loading: Promise<JudgePassword> | undefined;

/** Loads the judge with its dictionaries on first use: most pages never need its half megabyte. */
export function loadPasswordJudge(): Promise<JudgePassword> {
  loading ??= load();
  return loading;
}

async function load(): Promise<JudgePassword> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const judge = createPasswordJudge({ ZxcvbnFactory, adjacencyGraphs, dictionary });
  return (password, personal) => judge(password.slice(0, LONGEST_JUDGED), personal);
}
