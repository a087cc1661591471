import type { SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import { PASSWORD, type BenchTeacher } from '../school/bench-school.ts';

/** Signs a teacher in at our server as a device would; answers the access token. */
export async function signIn(url: string, teacher: BenchTeacher): Promise<string> {
  const response = await fetch(`${url}/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      username: teacher.username,
      password: PASSWORD,
      device: { id: deviceOf(teacher), name: 'Bench' },
    }),
  });
  if (!response.ok) throw new Error(`Sign-in: ${response.status} ${await response.text()}`);
  // The cast: our own server answered with success.
  const { tokens } = (await response.json()) as SignInAnswer;
  if (!tokens) throw new Error('The sign-in asks for another step');
  return tokens.accessToken;
}

/** The identifier of a teacher's device. */
export function deviceOf({ username }: Pick<BenchTeacher, 'username'>): string {
  return `bench-device-${username}`;
}
