import type { AnswerOf } from '../../../../domain/protocol/endpoint.ts';
import type { readHistory } from '../../../../domain/protocol/endpoints/register/register-endpoints.ts';

type Versions = AnswerOf<typeof readHistory>;
type Version = Versions[number];

/**
 * Below which version the page before is asked for; undefined where all of the history is here. It is the last one that is reached from the newest without
 * a gap: with a first page come some that lie before it.
 */
export function nextBelow(versions: Versions): number | undefined {
  const known = bySequence(versions);
  let last = versions.at(-1);
  while (last?.previous !== undefined) {
    const before = known.get(last.previous);
    if (!before) return last.sequence;
    last = before;
  }
  return undefined;
}

/** What is here, with the page below one of its versions, each once and oldest first; before one that nothing is below there was nothing. */
export function withPage(versions: Versions, below: number, page: Versions): Versions {
  const known =
    page.length > 0 ? versions : versions.map((one) => (one.sequence === below ? asFirst(one) : one));
  // What a version was made on is said with the first page alone.
  return [...bySequence([...page, ...known]).values()].toSorted((a, b) => a.sequence - b.sequence);
}

/** What stood when a version came, versions that lost left aside; nothing before the first. Undefined where that is not here, so that it cannot be told what the version has changed. */
export function baseOf(versions: Versions, version: Version): { readonly record?: object } | undefined {
  const known = bySequence(versions);
  const stood = version.base === undefined ? undefined : known.get(version.base);
  if (stood) return { record: stood.record };
  let { previous } = version;
  while (previous !== undefined) {
    const before = known.get(previous);
    if (!before) return undefined;
    if (before.outcome !== 'overruled') return { record: before.record };
    ({ previous } = before);
  }
  return {};
}

function asFirst({ previous: _gone, ...version }: Version): Version {
  return version;
}

function bySequence(versions: Versions): ReadonlyMap<number, Version> {
  return new Map(versions.map((version) => [version.sequence, version]));
}
