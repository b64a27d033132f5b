// The side of a plugin of test:every-type/every-type. Written by polyplug: changes are lost when it is written anew.

declare module "test:every-type/every-type" {
  export interface EveryTypeExports {
    readonly values: Values;
  }
  /** What the host provides, by module. */
  export interface EveryTypeImports {
    readonly "test:every-type/reversed": Reversed;
  }
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
  /** What goes the other way round. */
  export interface Reversed {
    readonly give: (
      bytes: Uint8Array | readonly number[],
      words: readonly string[],
      marks: Partial<Marks>,
    ) => Uint8Array;
    readonly words: () => string[];
    readonly anyMarks: () => Marks;
    readonly pair: () => [number, Float64Array];
    /** @throws {ResultError<Shape>} */
    readonly check: (shape: Shape) => number;
  }
  export interface Values {
    readonly echoNumbers: (value: Numbers) => Numbers;
    readonly echoOthers: (value: Others) => Others;
    readonly echoShape: (value: Shape) => Shape;
    readonly echoMarks: (value: Marks, all: Marks[]) => readonly Partial<Marks>[];
    readonly echoIds: (one: Id, all: Ids) => Ids;
    readonly echoAlternative: (value: Alternative) => Alternative;
    readonly echoPoint: (value: Point) => readonly Point[];
    readonly lists: (
      a: Uint8Array,
      b: Int8Array,
      c: Uint16Array,
      d: Int16Array,
      e: Uint32Array,
      f: Int32Array,
    ) => readonly (Uint8Array | readonly number[])[];
    readonly moreLists: (
      g: BigUint64Array,
      h: BigInt64Array,
      i: Float32Array,
      j: Float64Array,
      k: boolean[],
    ) => readonly boolean[];
    readonly deepLists: (
      texts: string[][],
      pairs: [Uint8Array, Color][],
    ) => readonly (readonly (BigUint64Array | readonly bigint[])[])[];
    readonly listOfOptions: (values: (number | undefined)[]) => readonly (number | undefined)[];
    readonly options: (
      one: number | undefined,
      two: { tag: "some"; val: number | undefined } | { tag: "none" },
      three: { tag: "some"; val: { tag: "some"; val: string | undefined } | { tag: "none" } } | { tag: "none" },
    ) => Uint8Array | readonly number[] | undefined;
    readonly results: (
      one: { tag: "ok"; val: number } | { tag: "err"; val: string },
      two: { tag: "ok" } | { tag: "err"; val: string },
      three: { tag: "ok"; val: number } | { tag: "err" },
      four: { tag: "ok" } | { tag: "err" },
    ) => { tag: "ok" } | { tag: "err" } | undefined;
    readonly tuples: (value: [number, [string, boolean]]) => readonly [number, readonly [string, boolean]];
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
    ) => readonly [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
  }
}

/** What goes the other way round. */
declare module "test:every-type/reversed" {
  export const give: import("test:every-type/every-type").Reversed["give"];
  export const words: import("test:every-type/every-type").Reversed["words"];
  export const anyMarks: import("test:every-type/every-type").Reversed["anyMarks"];
  export const pair: import("test:every-type/every-type").Reversed["pair"];
  export const check: import("test:every-type/every-type").Reversed["check"];
}
