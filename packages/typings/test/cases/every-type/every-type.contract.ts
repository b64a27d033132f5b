// The contract test:every-type/every-type. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of test:every-type/every-type exports. */
export interface EveryTypeExports {
  readonly "test:every-type/values": Values;
  readonly values: Values;
}

/** What a host provides for a plugin of test:every-type/every-type. */
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
  readonly give: (bytes: Uint8Array, words: string[], marks: Marks) => Uint8Array | readonly number[];
  readonly words: () => readonly string[];
  readonly anyMarks: () => Partial<Marks>;
  readonly pair: () => readonly [number, Float64Array | readonly number[]];
  /** @throws {ResultError<Shape>} */
  readonly check: (shape: Shape) => number;
}

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

export const contract: Contract<EveryTypeExports, EveryTypeImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHzw0BQQIBQRABQh4BcgoBYX0BYn4BY3sBZHwBZXkBZnoBZ3cBaHgBaXYBanUEAAdudW1iZXJzAwAAAW8CfXMBcH0BcHMBa3MBa3kBawYBagF5AXMBagAAAXILBGZsYWd/BmxldHRlcnQEdGV4dHMEcGFpcgIFYnl0ZXMDBXdvcmRzBAVtYXliZQUGbmVzdGVkBwdvdXRjb21lCAdub3RoaW5nCQdudW1iZXJzAQQABm90aGVycwMACgFvAnp6AXAMAXEDA2RvdAAABmNpcmNsZQF2AAdwb2x5Z29uAQ0ABAAFc2hhcGUDAA4BbQIDcmVkC2xpZ2h0LWdyZWVuBAAFY29sb3IDABABbgIEYm9sZAhhbGwtY2FwcwQABW1hcmtzAwASAXcEAAJpZAMAFAFwFQQAA2lkcwMAFgFrDwQAC2FsdGVybmF0aXZlAwAYAWoBDwERBAAHYXR0ZW1wdAMAGgFvAnV1BAAFcG9pbnQDABwDABV0ZXN0OmV2ZXJ5LXR5cGUvdHlwZXMFAAIDAAAFbWFya3MCAwAABXNoYXBlAUITAgMCAQEEAAVtYXJrcwMAAAIDAgECBAAFc2hhcGUDAAIBcH0BcHMBQAMFYnl0ZXMEBXdvcmRzBQVtYXJrcwEABAQABGdpdmUBBgFAAAAFBAAFd29yZHMBBwFAAAABBAAJYW55LW1hcmtzAQgBcHUBbwJ9CQFAAAAKBAAEcGFpcgELAWoBeQEDAUABBXNoYXBlAwAMBAAFY2hlY2sBDQMAGHRlc3Q6ZXZlcnktdHlwZS9yZXZlcnNlZAUDAgMAAAdudW1iZXJzAgMAAAZvdGhlcnMCAwAAAmlkAgMAAANpZHMCAwAAC2FsdGVybmF0aXZlAgMAAAdhdHRlbXB0AgMAAAVwb2ludAIDAAAFY29sb3IBQmkCAwIBBAQAB251bWJlcnMDAAACAwIBBQQABm90aGVycwMAAgIDAgECBAAFc2hhcGUDAAQCAwIBAQQABW1hcmtzAwAGAgMCAQYEAAJpZAMACAIDAgEHBAADaWRzAwAKAgMCAQgEAAthbHRlcm5hdGl2ZQMADAIDAgEJBAAHYXR0ZW1wdAMADgIDAgEKBAAFcG9pbnQDABACAwIBCwQABWNvbG9yAwASAUABBXZhbHVlAQABBAAMZWNoby1udW1iZXJzARQBQAEFdmFsdWUDAAMEAAtlY2hvLW90aGVycwEVAUABBXZhbHVlBQAFBAAKZWNoby1zaGFwZQEWAXAHAUACBXZhbHVlBwNhbGwXABcEAAplY2hvLW1hcmtzARgBQAIDb25lCQNhbGwLAAsEAAhlY2hvLWlkcwEZAUABBXZhbHVlDQANBAAQZWNoby1hbHRlcm5hdGl2ZQEaAXARAUABBXZhbHVlEQAbBAAKZWNoby1wb2ludAEcAXB9AXB+AXB7AXB8AXB5AXB6AXAdAUAGAWEdAWIeAWMfAWQgAWUhAWYiACMEAAVsaXN0cwEkAXB3AXB4AXB2AXB1AXB/AUAFAWclAWgmAWknAWooAWspACkEAAptb3JlLWxpc3RzASoBcHMBcCsBbwIdEwFwLQFwJQFwLwFAAgV0ZXh0cywFcGFpcnMuADAEAApkZWVwLWxpc3RzATEBa3kBcDIBQAEGdmFsdWVzMwAzBAAPbGlzdC1vZi1vcHRpb25zATQBazIBa3MBazYBazcBax0BQAMDb25lMgN0d281BXRocmVlOAA5BAAHb3B0aW9ucwE6AWoBfQFzAWoAAXMBagF9AAFqAAABaz4BQAQDb25lOwN0d288BXRocmVlPQRmb3VyPgA/BAAHcmVzdWx0cwFAAW8Cc38BbwJ9wQABQAEFdmFsdWXCAADCAAQABnR1cGxlcwFDAWoBeQFzAUABBHRleHRzAMQABAAFcGFyc2UBRQFqAAEFAUABBXZhbHVleQDGAAQABWNoZWNrAUcBagF5AAFAAQV2YWx1ZXkAyAAEAARoYWxmAUkBQAEFdmFsdWV5AD4EAARldmVuAUoBQAAADwQABWFnYWluAUsBagE7ARMBQAAAzAAEAAV0d2ljZQFNAUAAAQAEAAdub3RoaW5nAU4BQAYJZmlyc3Qtb25lcwpzZWNvbmQtb25lcwl0aGlyZC1vbmVzCmZvdXJ0aC1vbmVzCWZpZnRoLW9uZXMJc2l4dGgtb25lcwBzBAAEbWFueQFPAW8Nc3Nzc3Nzc3Nzc3NzcwFAAQFheQDQAAQABHdpZGUBUQQAFnRlc3Q6ZXZlcnktdHlwZS92YWx1ZXMFDAQAGnRlc3Q6ZXZlcnktdHlwZS9ldmVyeS10eXBlBAALEAEACmV2ZXJ5LXR5cGUDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
