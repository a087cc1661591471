/** How strong a password is for who would guess it: 0 (at once) to 4 (never). */
export type PasswordScore = 0 | 1 | 2 | 3 | 4;

type Estimator = (password: string, personal: readonly string[]) => PasswordScore;

let loading: Promise<Estimator> | undefined;

/** Loads the estimator with its dictionary on first use: most pages never need its half megabyte. */
export function loadEstimator(): Promise<Estimator> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const factory = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary });
  return (password, personal) => factory.check(password.slice(0, 128), [...personal]).score;
}
