// What a plugin of acme:text/text-filter@1.2.0 exports. Written by polyplug: changes are lost when it is written anew.

export declare function name(): string;
export declare const filter: Filter;

export type Scope = "whole-line" | "first-word";

export interface Options {
  scope: Scope;
  maxLength?: number | undefined;
  marks: string[];
}

export type Reason = string;

export type Outcome = { tag: "unchanged" } | { tag: "changed"; val: string } | { tag: "removed"; val: Reason };

export interface Features {
  unicode: boolean;
  rightToLeft: boolean;
}

export interface Failure {
  line: number;
  message: string;
}

export interface Session extends Disposable {
  feed(line: string): string | undefined;
}

export interface Filter {
  readonly Session: {
    new (options: Options): Session;
    readonly open: () => number;
  };
  /** @throws {ResultError<Failure>} */
  readonly transform: (line: string, options: Options) => Outcome;
  readonly histogram: (bytes: Uint8Array | readonly number[], weights: Float64Array | readonly number[]) => Uint32Array;
  readonly able: (features: Partial<Features>) => Features;
  readonly finish: (session: Session) => [string, bigint][];
}

export { filter as "acme:text/filter@1.2.0" };
