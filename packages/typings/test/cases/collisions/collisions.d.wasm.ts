// What a plugin of test:collisions/collisions@1.0.0 exports. Written by polyplug: changes are lost when it is written anew.

export declare function firstParty(): void;
export declare const second: Second;
export declare const third: ThirdInterface;
export declare const both: Both;
declare const greet0_1: Greet0_1;
declare const greet0_2: Greet0_2;
export declare const greet: Greet;
export declare const thirdParty: ThirdParty;

export interface FirstOptions {
  width: number;
}

export interface SecondOptions {
  height: number;
  of: FirstOptions;
}

export type Level = "low" | "high";

export interface Third {
  a: number;
}

export type SecondFirstOptions = FirstOptions;

export interface Second {
  readonly set: (options: SecondOptions, level: Level, third: Third) => void;
}

export interface ThirdDisposable {
  dispose: boolean;
}

export interface ThirdUint8Array {
  length: number;
}

export interface Contract {
  binary: Uint8Array;
}

export interface CollisionsExports {
  a: number;
}

export type ThirdPartial = { tag: "none" } | { tag: "some"; val: ThirdDisposable };

export interface ThirdInterface {
  readonly await: (class_: string, default_: number, this_: boolean, eval_: number, undefined_: number) => ThirdPartial;
  readonly new: (arrays: readonly ThirdUint8Array[]) => Contract;
  readonly delete: (of: Uint8Array | readonly number[]) => CollisionsExports;
  readonly a1: (a1: number, a2: number) => Uint8Array;
  readonly isXml: (somePartsOfIt: string) => boolean;
}

export interface Item {
  id: number;
}

export interface Holder extends Disposable {
  get(): Item;
}

export interface Both {
  readonly Holder: ClassOf<Holder> & {
    readonly prototype_: () => string;
    readonly name: () => number;
    readonly length: () => string;
    readonly caller: () => void;
    readonly arguments: () => void;
  };
  readonly pass: (of: Holder) => Item;
}

export interface Greet0_1 {
  readonly hello: (name: string) => string;
}

export interface Greet0_2 {
  readonly hello: (names: readonly string[]) => string;
}

export interface Greet {
  readonly hello: () => void;
}

export interface ThirdParty {
  readonly call: () => void;
}

/** The class of a resource that only functions give. */
type ClassOf<Instance> = abstract new (...args: never) => Instance;

export {
  both as "test:collisions/both@1.0.0",
  greet0_1 as "test:greeter/greet@0.1.0",
  greet0_2 as "test:greeter/greet@0.2.3",
  second as "test:collisions/second@1.0.0",
  third as "test:collisions/third@1.0.0",
  thirdParty as "third-party",
};
