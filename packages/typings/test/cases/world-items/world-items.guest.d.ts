// The side of a plugin of test:world-items/world-items@1.0.0. Written by polyplug: changes are lost when it is written anew.

declare module "test:world-items/world-items@1.0.0" {
  /**
   * Everything stands in the world itself, and WASI is no part of what the host writes.
   *
   *     line that is indented
   *
   * Comments may try `*\/ to end`, or hold **Markdown**, a {@link} and @tags.
   */
  export interface WorldItemsExports {
    readonly myTools: MyTools;
    /**
     * Greets.
     *
     * @since 1.0.0
     * @deprecated since 1.1.0
     */
    readonly sayHello: (name: string) => void;
    readonly twiceSwapped: (value: Pair, at: Datetime) => Pair;
  }
  /** What the host provides, by module. */
  export interface WorldItemsImports {
    readonly "wasi:io/streams@0.2.0": Streams;
    readonly "wasi:cli/stdout@0.2.0": Stdout;
    readonly "my-settings": MySettings;
    readonly "wasi:clocks/wall-clock@0.2.0": WallClock;
    readonly "print-line": (line: string) => void;
  }
  export interface OutputStream extends Disposable {
    flush(): void;
  }
  export interface Streams {
    readonly OutputStream: ClassOf<OutputStream>;
  }
  export interface Stdout {
    readonly getStdout: () => OutputStream;
  }
  /** Settings of the host. */
  export interface MySettings {
    /** One by its name. */
    readonly getNumber: (name: string) => number | undefined;
  }
  export interface Datetime {
    seconds: bigint;
    nanoseconds: number;
  }
  export interface WallClock {
    readonly now: () => Datetime;
  }
  /** Two of a kind. */
  export interface Pair {
    left: string;
    right: number;
  }
  export interface Box extends Disposable {
    value(): string;
  }
  export interface MyTools {
    readonly doubleIt: (name: string) => number;
  }
  /** The class of a resource that only functions give. */
  type ClassOf<Instance> = abstract new (...args: never) => Instance;
}

declare module "wasi:io/streams@0.2.0" {
  export type OutputStream = import("test:world-items/world-items@1.0.0").OutputStream;
  export const OutputStream: import("test:world-items/world-items@1.0.0").Streams["OutputStream"];
}

declare module "wasi:cli/stdout@0.2.0" {
  export const getStdout: import("test:world-items/world-items@1.0.0").Stdout["getStdout"];
}

/** Settings of the host. */
declare module "my-settings" {
  /** One by its name. */
  export const getNumber: import("test:world-items/world-items@1.0.0").MySettings["getNumber"];
}

declare module "wasi:clocks/wall-clock@0.2.0" {
  export type Datetime = import("test:world-items/world-items@1.0.0").Datetime;
  export const now: import("test:world-items/world-items@1.0.0").WallClock["now"];
}

declare module "print-line" {
  const call: import("test:world-items/world-items@1.0.0").WorldItemsImports["print-line"];
  export default call;
}
