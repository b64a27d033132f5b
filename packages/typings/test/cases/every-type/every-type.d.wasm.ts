// What a plugin of test:every-type/every-type exports. Written by polyplug: changes are lost when it is written anew.

export declare const values: Values;

export interface Numbers {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  g: bigint;
  h: bigint;
  i: number;
  j: number;
}

export interface Others {
  flag: boolean;
  letter: string;
  text: string;
  pair: [number, string];
  bytes: Uint8Array;
  words: string[];
  maybe?: string | undefined;
  nested: { tag: "some"; val: number | undefined } | { tag: "none" };
  outcome: { tag: "ok"; val: number } | { tag: "err"; val: string };
  nothing: { tag: "ok" } | { tag: "err" };
  numbers: Numbers;
}

export type Shape = { tag: "dot" } | { tag: "circle"; val: number } | { tag: "polygon"; val: [number, number][] };

export type Color = "red" | "light-green";

export interface Marks {
  bold: boolean;
  allCaps: boolean;
}

export type Id = bigint;

export type Ids = BigUint64Array;

export type Alternative = Shape | undefined;

export type Attempt = { tag: "ok"; val: Shape } | { tag: "err"; val: Color };

export type Point = [number, number];

export interface Values {
  readonly echoNumbers: (value: Numbers) => Numbers;
  readonly echoOthers: (value: Others) => Others;
  readonly echoShape: (value: Shape) => Shape;
  readonly echoMarks: (value: Partial<Marks>, all: readonly Partial<Marks>[]) => Marks[];
  readonly echoIds: (one: Id, all: Ids) => Ids;
  readonly echoAlternative: (value: Alternative) => Alternative;
  readonly echoPoint: (value: Point) => Point[];
  readonly lists: (
    a: Uint8Array | readonly number[],
    b: Int8Array | readonly number[],
    c: Uint16Array | readonly number[],
    d: Int16Array | readonly number[],
    e: Uint32Array | readonly number[],
    f: Int32Array | readonly number[],
  ) => Uint8Array[];
  readonly moreLists: (
    g: BigUint64Array | readonly bigint[],
    h: BigInt64Array | readonly bigint[],
    i: Float32Array | readonly number[],
    j: Float64Array | readonly number[],
    k: readonly boolean[],
  ) => boolean[];
  readonly deepLists: (
    texts: readonly (readonly string[])[],
    pairs: readonly (readonly [Uint8Array | readonly number[], Color])[],
  ) => BigUint64Array[][];
  readonly listOfOptions: (values: readonly (number | undefined)[]) => (number | undefined)[];
  readonly options: (
    one: number | undefined,
    two: { tag: "some"; val: number | undefined } | { tag: "none" },
    three: { tag: "some"; val: { tag: "some"; val: string | undefined } | { tag: "none" } } | { tag: "none" },
  ) => Uint8Array | undefined;
  readonly results: (
    one: { tag: "ok"; val: number } | { tag: "err"; val: string },
    two: { tag: "ok" } | { tag: "err"; val: string },
    three: { tag: "ok"; val: number } | { tag: "err" },
    four: { tag: "ok" } | { tag: "err" },
  ) => { tag: "ok" } | { tag: "err" } | undefined;
  readonly tuples: (value: readonly [number, readonly [string, boolean]]) => [number, [string, boolean]];
  /** @throws {ResultError<string>} */
  readonly parse: (text: string) => number;
  /** @throws {ResultError<Shape>} */
  readonly check: (value: number) => void;
  /** @throws {ResultError<undefined>} */
  readonly half: (value: number) => number;
  /** @throws {ResultError<undefined>} */
  readonly even: (value: number) => void;
  /** @throws {ResultError<Color>} */
  readonly again: () => Shape;
  /** @throws {ResultError<Color>} */
  readonly twice: () => { tag: "ok"; val: number } | { tag: "err"; val: string };
  readonly nothing: () => void;
  readonly many: (
    firstOne: string,
    secondOne: string,
    thirdOne: string,
    fourthOne: string,
    fifthOne: string,
    sixthOne: string,
  ) => string;
  readonly wide: (
    a: number,
  ) => [string, string, string, string, string, string, string, string, string, string, string, string, string];
}

export { values as "test:every-type/values" };
