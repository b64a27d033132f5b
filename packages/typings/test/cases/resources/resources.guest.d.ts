// The side of a plugin of test:resources/resources@0.2.1. Written by polyplug: changes are lost when it is written anew.

declare module "test:resources/resources@0.2.1" {
  export interface ResourcesExports {
    readonly counters: Counters;
    readonly reports: Reports;
  }
  /** What the host provides, by module. */
  export interface ResourcesImports {
    readonly "test:resources/journals@0.2.1": Journals;
    readonly "test:resources/marks@0.2.1": Marks;
  }
  /** A list of lines. */
  export interface Journal extends Disposable {
    /** @throws {ResultError<string>} */
    write(line: string): number;
  }
  /** One cannot make it. */
  export interface Ticket extends Disposable {
    number(): number;
  }
  /** One can only pass it on. */
  export interface Token extends Disposable {}
  /** It has functions and no objects of its own. */
  export interface Registry extends Disposable {}
  /** What the host keeps. */
  export interface Journals {
    /** A list of lines. */
    readonly Journal: {
      /** Opens one. */
      new (title: string): Journal;
      readonly opened: () => number;
    };
    /** One cannot make it. */
    readonly Ticket: ClassOf<Ticket>;
    /** One can only pass it on. */
    readonly Token: ClassOf<Token>;
    /** It has functions and no objects of its own. */
    readonly Registry: ClassOf<Registry> & {
      readonly find: (title: string) => Journal | undefined;
    };
    readonly open: (title: string) => Journal;
    readonly read: (of: Journal) => string[];
    readonly issue: (to: Token) => Ticket;
  }
  export interface Mark extends Disposable {}
  export interface Marks {
    readonly Mark: ClassOf<Mark>;
  }
  export interface Counter extends Partial<Disposable> {
    add(by: number): number;
    readonly new: () => Counter;
    readonly constructor: () => string;
  }
  export interface Handle extends Partial<Disposable> {}
  export interface Pool extends Partial<Disposable> {
    size(): number;
  }
  export type Log = Journal;
  /** What the plugin keeps. */
  export interface Counters {
    readonly Counter: {
      /** @throws {ResultError<string>} */
      new (start: number): Counter;
      readonly merge: (a: Counter, b: Counter) => Counter;
    };
    readonly Handle?: ClassOf<Handle> | undefined;
    readonly Pool: ClassOf<Pool> & {
      readonly take: () => Pool;
    };
    readonly watch: (of: Counter, into: Journal, by: Token) => Handle | undefined;
    readonly all: () => readonly Counter[];
  }
  export interface Reports {
    readonly report: (of: Counter[], into: Journal) => void;
  }
  /** The class of a resource that only functions give. */
  type ClassOf<Instance> = abstract new (...args: never) => Instance;
}

/** What the host keeps. */
declare module "test:resources/journals@0.2.1" {
  export type Journal = import("test:resources/resources@0.2.1").Journal;
  export type Ticket = import("test:resources/resources@0.2.1").Ticket;
  export type Token = import("test:resources/resources@0.2.1").Token;
  export type Registry = import("test:resources/resources@0.2.1").Registry;
  /** A list of lines. */
  export const Journal: import("test:resources/resources@0.2.1").Journals["Journal"];
  /** One cannot make it. */
  export const Ticket: import("test:resources/resources@0.2.1").Journals["Ticket"];
  /** One can only pass it on. */
  export const Token: import("test:resources/resources@0.2.1").Journals["Token"];
  /** It has functions and no objects of its own. */
  export const Registry: import("test:resources/resources@0.2.1").Journals["Registry"];
  export const open: import("test:resources/resources@0.2.1").Journals["open"];
  export const read: import("test:resources/resources@0.2.1").Journals["read"];
  export const issue: import("test:resources/resources@0.2.1").Journals["issue"];
}

declare module "test:resources/marks@0.2.1" {
  export type Mark = import("test:resources/resources@0.2.1").Mark;
  export const Mark: import("test:resources/resources@0.2.1").Marks["Mark"];
}
