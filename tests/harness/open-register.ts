import { ok, type Result } from '../../domain/base/result.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { Register } from '../../renderer/data/register.ts';
import { createMemoryRegister } from './memory-register.ts';
import { readScenario } from './scenario.ts';

/** Stands in for the data layer's module of the same name while the harness is built. */
export async function openRegister(identity: Identity): Promise<Result<Register, never>> {
  return await Promise.resolve(ok(createMemoryRegister(identity, readScenario(location.search))));
}
