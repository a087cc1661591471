import { digestOf } from '../../secrets/digest.ts';

/** Stands for a fiscal code in a proof: tickets and sessions hold no code in clear. */
export function fiscalCodeMark(fiscalCode: string): string {
  return digestOf(`fiscal code ${fiscalCode.trim().toUpperCase()}`);
}

/** Stands for an address in a proof. */
export function addressMark(address: string): string {
  return digestOf(`address ${address}`);
}
