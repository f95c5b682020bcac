/** What the checks read: the files of a package. */
export interface CompiledApp {
  /** Text of the compiled main process. */
  readonly main: string;
  /** Text of the compiled preload script. */
  readonly preload: string;
  /** Text files of the page by their path inside the page's folder, for example `assets/index.js`. */
  readonly page: ReadonlyMap<string, string>;
  /** The version range of `electron` in the project's package.json. */
  readonly electronRange: string;
}

/** One item of Electron's security checklist. */
export interface Rule {
  /** What holds when nothing is found, with the number of the official list where there is one. */
  readonly title: string;
  /** What is wrong, one sentence each; empty when the item holds. */
  readonly check: (app: CompiledApp) => readonly string[];
}
