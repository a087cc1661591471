import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from '../system/step.ts';
import { readText } from './read-text.ts';

const PRIVATE_FILE = 'schools-key.pem';
const PUBLIC_FILE = 'schools-key.pub';
/** The 32 bytes of an Ed25519 key in base64url, as the school file of an installer takes them. */
const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;

/** Who signs a list of schools. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** As the school file of an installer takes it. */
  readonly publicKey: string;
}

/** Makes a pair of keys in a folder; the private one is readable by this user alone and nothing is ever overwritten. */
export async function createKeyPair(
  folder: string,
): Promise<{ readonly file: string; readonly publicKey: string }> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicPartOf(privateKey);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Stop(`The folder ${folder} cannot be made: ${reasonOf(error)}`);
  });
  const file = path.join(folder, PRIVATE_FILE);
  const publicFile = path.join(folder, PUBLIC_FILE);
  // A key that is lost or replaced strands every installer that carries its public half.
  await writeNew(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  try {
    await writeNew(publicFile, `${publicKey}\n`, 0o644);
  } catch (error) {
    await rm(file);
    throw error;
  }
  return { file, publicKey };
}

/** Reads the private key that signs lists. */
export async function readSigningKey(file: string): Promise<SigningKey> {
  const text = await readText(file, 'private key');
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(text);
  } catch {
    throw new Stop(`${file} is not a private key as "npm run schools -- keys" makes it.`);
  }
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Stop(`${file} is a key of another kind (${privateKey.asymmetricKeyType}): Ed25519 is wanted.`);
  return { privateKey, publicKey: publicPartOf(privateKey) };
}

/** Whether others on this computer can read a private key; Windows keeps that elsewhere than in the mode. */
export async function isReadByOthers(file: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;
}

/** Reads a public key from the command line: the key itself, or the file it is in. */
export async function readPublicKey(keyOrFile: string): Promise<string> {
  if (PUBLIC_KEY.test(keyOrFile)) return keyOrFile;
  const text = await readFile(keyOrFile, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new Stop(`"${keyOrFile}" is neither a public key (43 characters) nor a file that can be read.`);
  if (!PUBLIC_KEY.test(text.trim())) throw new Stop(`${keyOrFile} does not hold a public key.`);
  return text.trim();
}

function publicPartOf(privateKey: KeyObject): string {
  return String(createPublicKey(privateKey).export({ format: 'jwk' }).x);
}

async function writeNew(file: string, content: string, mode: number): Promise<void> {
  try {
    await writeFile(file, content, { mode, flag: 'wx' });
  } catch (error) {
    throw new Stop(`${file} was not written: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'EEXIST' ? 'it is there already' : error.message;
}
