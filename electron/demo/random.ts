import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Reproducible random choices: the same seed gives the same sequence on every computer. */
export interface Random {
  /** Whole number from `from` to `to`, both included. */
  readonly integer: (from: number, to: number) => number;
  /** One entry of a list that is not empty. */
  readonly pick: <const List extends readonly [unknown, ...unknown[]]>(list: List) => List[number];
  /** True in so many of a hundred cases. */
  readonly percent: (chance: number) => boolean;
  /** That many hexadecimal characters. */
  readonly hex: (length: number) => string;
}

/** A fresh sequence for a seed. */
export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const integer = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    integer,
    pick: (list) => list[integer(0, list.length - 1)] ?? list[0],
    percent: (chance) => integer(1, 100) <= chance,
    hex: (length) => {
      let text = '';
      while (text.length < length) text += (generator.next() >>> 0).toString(16).padStart(8, '0');
      return text.slice(0, length);
    },
  };
}
