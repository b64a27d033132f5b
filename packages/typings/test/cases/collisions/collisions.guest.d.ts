// The side of a plugin of test:collisions/collisions@1.0.0. Written by polyplug: changes are lost when it is written anew.

declare module "test:collisions/collisions@1.0.0" {
  export interface CollisionsExports {
    readonly second: Second;
    readonly third: ThirdInterface;
    readonly both: ExportedBoth;
    readonly "test:greeter/greet@0.1.0": Greet0_1;
    readonly "test:greeter/greet@0.2.3": Greet0_2;
    readonly greet: Greet;
    readonly thirdParty: ThirdParty;
    readonly firstParty: () => void;
  }
  /** What the host provides, by module. */
  export interface CollisionsImports {
    readonly "test:collisions/first@1.0.0": First;
    readonly "test:collisions/both@1.0.0": ImportedBoth;
    readonly "test:clock/now@1.2.0": Now1;
    readonly "test:clock/now@2.0.0": Now2;
    readonly default: () => void;
  }
  export interface FirstOptions {
    width: number;
  }
  export type FirstLevel = number;
  /** Only in one. */
  export interface Unique {
    a: number;
  }
  export interface First {
    readonly set: (options: FirstOptions, level: FirstLevel) => void;
  }
  export interface ImportedItem {
    id: number;
  }
  export interface ImportedHolder extends Disposable {
    get(): ImportedItem;
  }
  /** It goes both ways, and what is exported is not what is imported. */
  export interface ImportedBoth {
    readonly Holder: ClassOf<ImportedHolder> & {
      /** No class can have this one. */
      readonly prototype_: () => string;
      readonly name: () => number;
      readonly length: () => string;
      readonly caller: () => void;
      readonly arguments: () => void;
    };
    readonly pass: (of: ImportedHolder) => ImportedItem;
  }
  export interface Now1Time {
    hours: number;
  }
  export interface Now1 {
    readonly hours: () => Now1Time;
  }
  export interface Now2Time {
    hours: string;
  }
  export interface Now2 {
    readonly hours: () => Now2Time;
  }
  export interface SecondOptions {
    height: number;
    of: FirstOptions;
  }
  export type SecondLevel = "low" | "high";
  /** Its interface has the name of a type. */
  export interface Third {
    a: number;
  }
  export type SecondFirstOptions = FirstOptions;
  export interface Second {
    readonly set: (options: SecondOptions, level: SecondLevel, third: Third) => void;
  }
  /** These names belong to TypeScript. */
  export interface ThirdDisposable {
    dispose: boolean;
  }
  export interface ThirdUint8Array {
    length: number;
  }
  export interface Contract {
    binary: Uint8Array;
  }
  export interface ThirdCollisionsExports {
    a: number;
  }
  export type ThirdPartial = { tag: "none" } | { tag: "some"; val: ThirdDisposable };
  export interface ThirdInterface {
    readonly await: (
      class_: string,
      default_: number,
      this_: boolean,
      eval_: number,
      undefined_: number,
    ) => ThirdPartial;
    readonly new: (arrays: ThirdUint8Array[]) => Contract;
    readonly delete: (of: Uint8Array) => ThirdCollisionsExports;
    readonly a1: (a1: number, a2: number) => Uint8Array | readonly number[];
    readonly isXml: (somePartsOfIt: string) => boolean;
  }
  export interface ExportedItem {
    id: number;
  }
  export interface ExportedHolder extends Partial<Disposable> {
    get(): ExportedItem;
  }
  /** It goes both ways, and what is exported is not what is imported. */
  export interface ExportedBoth {
    readonly Holder: ClassOf<ExportedHolder> & {
      /** No class can have this one. */
      readonly prototype_: () => string;
      readonly name: () => number;
      readonly length: () => string;
      readonly caller: () => void;
      readonly arguments: () => void;
    };
    readonly pass: (of: ExportedHolder) => ExportedItem;
  }
  export interface Greet0_1 {
    readonly hello: (name: string) => string;
  }
  export interface Greet0_2 {
    readonly hello: (names: string[]) => string;
  }
  export interface Greet {
    readonly hello: () => void;
  }
  export interface ThirdParty {
    readonly call: () => void;
  }
  /** The class of a resource that only functions give. */
  type ClassOf<Instance> = abstract new (...args: never) => Instance;
}

declare module "test:collisions/first@1.0.0" {
  export type Options = import("test:collisions/collisions@1.0.0").FirstOptions;
  export type Level = import("test:collisions/collisions@1.0.0").FirstLevel;
  export type Unique = import("test:collisions/collisions@1.0.0").Unique;
  export const set: import("test:collisions/collisions@1.0.0").First["set"];
}

/** It goes both ways, and what is exported is not what is imported. */
declare module "test:collisions/both@1.0.0" {
  export type Item = import("test:collisions/collisions@1.0.0").ImportedItem;
  export type Holder = import("test:collisions/collisions@1.0.0").ImportedHolder;
  export const Holder: import("test:collisions/collisions@1.0.0").ImportedBoth["Holder"];
  export const pass: import("test:collisions/collisions@1.0.0").ImportedBoth["pass"];
}

declare module "test:clock/now@1.2.0" {
  export type Time = import("test:collisions/collisions@1.0.0").Now1Time;
  export const hours: import("test:collisions/collisions@1.0.0").Now1["hours"];
}

declare module "test:clock/now@2.0.0" {
  export type Time = import("test:collisions/collisions@1.0.0").Now2Time;
  export const hours: import("test:collisions/collisions@1.0.0").Now2["hours"];
}

declare module "default" {
  const call: import("test:collisions/collisions@1.0.0").CollisionsImports["default"];
  export default call;
}
