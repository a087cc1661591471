import { recoveryAnswerSchema, recoveryRequestSchema } from '../account/account.ts';
import { endSessionRequestSchema } from './end-session.ts';
import { NOTHING, type Endpoint } from '../../endpoint.ts';
import { handOverAnswerSchema, handOverRequestSchema } from './hand-over.ts';
import {
  codeRequestSchema,
  finishProviderRequestSchema,
  newPasswordRequestSchema,
  providerStartSchema,
  refreshRequestSchema,
  sessionTokensSchema,
  signInAnswerSchema,
  signInRequestSchema,
  signInWaysSchema,
  startProviderRequestSchema,
  switchRequestSchema,
} from './session.ts';

/** For whoever is not signed in yet, or no more: the main process alone asks, and nothing on the way may keep what it gets. */
const DOOR = { method: 'POST', audience: 'signedOut', bodyLimit: 8192, isSecret: true } as const;

/** Username and password. */
export const signIn = {
  ...DOOR,
  path: '/session/sign-in',
  uncounted: 'attempts',
  body: signInRequestSchema,
  answer: signInAnswerSchema,
} as const satisfies Endpoint;

/** The code of the second factor. */
export const answerSecondFactor = {
  ...DOOR,
  path: '/session/second-factor',
  uncounted: 'attempts',
  body: codeRequestSchema,
  answer: signInAnswerSchema,
} as const satisfies Endpoint;

/** The first code of a second factor that the school asks for. */
export const answerEnrolment = {
  ...DOOR,
  path: '/session/confirm-second-factor',
  uncounted: 'attempts',
  body: codeRequestSchema,
  answer: signInAnswerSchema,
} as const satisfies Endpoint;

/** An own password in the place of the office's. */
export const chooseNewPassword = {
  ...DOOR,
  path: '/session/new-password',
  uncounted: 'attempts',
  body: newPasswordRequestSchema,
  answer: signInAnswerSchema,
} as const satisfies Endpoint;

/** A session for another account of the same profile. */
export const switchAccount = {
  ...DOOR,
  path: '/session/switch',
  body: switchRequestSchema,
  answer: sessionTokensSchema,
} as const satisfies Endpoint;

/** A new access token. */
export const refreshSession = {
  ...DOOR,
  path: '/session/refresh',
  body: refreshRequestSchema,
  answer: sessionTokensSchema,
} as const satisfies Endpoint;

/** Help for whoever has forgotten the password. */
export const recover = {
  ...DOOR,
  path: '/session/recover',
  uncounted: 'attempts',
  body: recoveryRequestSchema,
  answer: recoveryAnswerSchema,
} as const satisfies Endpoint;

/** Ends a session. */
export const endSession = {
  ...DOOR,
  path: '/session/sign-out',
  body: endSessionRequestSchema,
  answer: NOTHING,
} as const satisfies Endpoint;

/** How people sign in here beside the password: asked by every sign-in page. */
export const readSignInWays = {
  method: 'GET',
  audience: 'signedOut',
  path: '/session/ways',
  uncounted: 'cheap',
  isSecret: true,
  answer: signInWaysSchema,
} as const satisfies Endpoint;

/** Begins a journey to a provider of identities. */
export const startProvider = {
  ...DOOR,
  path: '/session/provider/start',
  body: startProviderRequestSchema,
  answer: providerStartSchema,
} as const satisfies Endpoint;

/** Comes back from it. */
export const finishProvider = {
  ...DOOR,
  path: '/session/provider/finish',
  body: finishProviderRequestSchema,
  answer: signInAnswerSchema,
} as const satisfies Endpoint;

/** What the device of a blocked account still holds: less than half of the bound at once, since nobody has shown a password yet. */
export const handOver = {
  ...DOOR,
  path: '/session/hand-over',
  body: handOverRequestSchema,
  bodyLimit: 1_000_000,
  answer: handOverAnswerSchema,
} as const satisfies Endpoint;
