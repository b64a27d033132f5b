// What a plugin of test:resources/resources@0.2.1 exports. Written by polyplug: changes are lost when it is written anew.

export declare const counters: Counters;
export declare const reports: Reports;

export interface Journal extends Partial<Disposable> {}

export interface Token extends Partial<Disposable> {}

export interface Counter extends Disposable {
  add(by: number): number;
  readonly new: () => Counter;
  readonly constructor: () => string;
}

export interface Handle extends Disposable {}

export interface Pool extends Disposable {
  size(): number;
}

export type Log = Journal;

export interface Counters {
  readonly Counter: {
    /** @throws {ResultError<string>} */
    new (start: number): Counter;
    readonly merge: (a: Counter, b: Counter) => Counter;
  };
  readonly Handle: ClassOf<Handle>;
  readonly Pool: ClassOf<Pool> & {
    readonly take: () => Pool;
  };
  readonly watch: (of: Counter, into: Journal, by: Token) => Handle | undefined;
  readonly all: () => Counter[];
}

export interface Reports {
  readonly Counter: Counters["Counter"];
  readonly report: (of: readonly Counter[], into: Journal) => void;
}

/** The class of a resource that only functions give. */
type ClassOf<Instance> = abstract new (...args: never) => Instance;

export { counters as "test:resources/counters@0.2.1", reports as "test:resources/reports@0.2.1" };
