/** What a change of source files asks for. */
export interface Work {
  /** Functions whose sources changed are bundled and replaced while everything runs on. */
  bundle: boolean;
  /** Routes, rules, rights or settings may differ: templates are made anew, and the cloud starts over on its state. */
  restart: boolean;
}

/** Sources that decide what the templates say: the stacks themselves, contracts with their routes, facts with their rules. */
const TEMPLATE = /^infra\/.*\.ts$|^shared\/[^/]+\/[^/]+\.api\.ts$|^events\/.*\.ts$/;
const CODE = /^(functions|shared)\/.*\.(ts|json)$/;
const IGNORED = /\.test\.ts$|\/testing\/|\/test\/|\.gen\.(json|ts)$/;

/**
 * @param files changed, from the repository's root
 * @param functions names before and after the change: a new or vanished one needs resources of its own
 */
export function workFor(
  files: readonly string[],
  functions: { before: readonly string[]; after: readonly string[] },
): Work {
  const sources = files.filter((file) => !IGNORED.test(file));
  const restart = functions.before.join() !== functions.after.join() || sources.some((file) => TEMPLATE.test(file));
  return { restart, bundle: restart || sources.some((file) => CODE.test(file)) };
}
