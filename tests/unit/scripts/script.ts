type Exports = Record<string, ((...args: never[]) => unknown) | undefined>;

/**
 * Calls the function that a file of scripts/lib exports under its own name: `script('port-problem', host, port)` calls
 * `portProblem`. The scripts are plain JavaScript, because they run before anything is installed; their types are
 * checked by scripts/tsconfig.json, tests see `unknown`.
 */
export async function script(file: string, ...args: unknown[]): Promise<unknown> {
  const name = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  // A dynamic import of JavaScript has no better type than this.
  const exported = (await import(`../../../scripts/lib/${file}.mjs`)) as Exports;
  const call = exported[name];
  if (!call) throw new Error(`${file}.mjs exports no ${name}`);
  return call(...(args as never[]));
}
