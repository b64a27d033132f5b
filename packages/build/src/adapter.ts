import type { BuildError } from "./build-error.ts";
import type { Machine } from "./machine.ts";

/** One compilation: a folder of sources in, one `.wasm` out. */
export interface BuildJob {
  /** The folder with the sources. Never written to. */
  readonly source: string;
  /** What the compiler calls the platform. By default `wasm32-wasip1`; only Rust knows of others. */
  readonly target?: string | undefined;
  /** Where the artifact goes. The folder exists. */
  readonly out: string;
  /** What is compiled, by paths from the folder. By default what the compiler finds there by itself. */
  readonly files?: readonly string[] | undefined;
  /** Where headers are, besides beside the sources that include them: folders, from the one with the sources. */
  readonly headers?: readonly string[] | undefined;
  /** The contract: a folder or a file, from the folder with the sources. Only what makes components asks for it. */
  readonly wit?: string | undefined;
  /** Which world of it. By default the only one. */
  readonly world?: string | undefined;
  /** Whether dependencies must be those of the lock file that is there. */
  readonly locked?: boolean | undefined;
}

/** Several compilations at once, for a compiler that takes its time over what they share. */
export interface BatchJob {
  /** The folder that has the guests' folders in it, and what makes one project of them. Never written to. */
  readonly source: string;
  readonly target?: string | undefined;
  /** By a guest's folder, where its artifact goes. */
  readonly outs: ReadonlyMap<string, string>;
}

/** A compiler that stands ready. */
export interface Toolchain {
  /** The way in which it was found, one of its adapter's. */
  readonly way: string;
  /** What the compiler calls itself, so that an artifact is rebuilt when it changes: `rustc 1.95.0 (f2d3ce0bd 2026-03-21)`. */
  readonly version: string;
  /** Gives what the compiler told people, such as warnings. Throws a {@link BuildError} with everything that it printed. */
  build(job: BuildJob): Promise<string>;
  /** Gives the errors of the folders that do not compile. Left out where it would be no quicker than one by one. */
  buildBatch?(job: BatchJob): Promise<ReadonlyMap<string, BuildError>>;
}

/** What a way lacks on this machine and, where the machine could get it, how. Nothing here ever runs that. */
export interface Missing {
  readonly missing: string;
  /** The command that gets it, as a program and its arguments. */
  readonly cure?: readonly [program: string, ...args: string[]];
}

/** One way of coming by a compiler: a toolchain of the machine, a package of npm, a package of the distribution. */
export interface Way {
  readonly name: string;
  /** Looks and changes nothing. */
  find(machine: Machine): Promise<Toolchain | Missing>;
}

/** A language: where its compiler comes from. */
export interface Adapter {
  /** As in file names and options: `cpp`. */
  readonly language: string;
  /** As people write it: `C++`. */
  readonly title: string;
  /** In the order in which they are tried. */
  readonly ways: readonly Way[];
  /** One line for a person whose machine has none of the ways. */
  readonly cure: string;
}

export function isToolchain(finding: Toolchain | Missing): finding is Toolchain {
  return "build" in finding;
}
