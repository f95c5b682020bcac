/** One measured figure. A value at most `goal` is good. */
export interface BenchResult {
  /** In kebab-case, without blanks. */
  readonly name: string;
  readonly value: number;
  readonly goal: number;
  /** What was measured, with the absolute figures behind a ratio. */
  readonly detail: string;
}
