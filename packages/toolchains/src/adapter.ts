import type { StartingGrant, Target } from "@polyplug/built-guests";
import type { BuildError } from "./build-error.ts";
import type { Machine } from "./machine.ts";

/** One compilation: a guest's folder in, one `.wasm` out. */
export interface BuildJob {
  /** The folder with the guest's sources. Never written to. */
  readonly source: string;
  readonly target: Target;
  /** Where the artifact goes. The folder exists. */
  readonly out: string;
}

/** Several compilations at once, for a compiler that takes its time over what they share. */
export interface BatchJob {
  /** The folder that has the guests' folders in it, and what makes one project of them. Never written to. */
  readonly source: string;
  readonly target: Target;
  /** By a guest's folder, where its artifact goes. */
  readonly outs: ReadonlyMap<string, string>;
}

/** A compiler that stands ready. */
export interface Toolchain {
  /** The way in which it was found, one of its adapter's. */
  readonly way: string;
  /** What the compiler calls itself, so that an artifact is rebuilt when it changes: `rustc 1.95.0 (f2d3ce0bd 2026-03-21)`. */
  readonly version: string;
  /** Throws a {@link BuildError} with everything that the compiler printed. */
  build(job: BuildJob): Promise<void>;
  /** Gives the errors of the folders that do not compile. Left out where it would be no quicker than one by one. */
  buildBatch?(job: BatchJob): Promise<ReadonlyMap<string, BuildError>>;
}

/** What a way lacks on this machine and, where the machine can get it, the step that gets it. */
export interface Missing {
  readonly missing: string;
  readonly provision?: Provision;
}

/** An installation. It is described before it is run, since it changes the machine. */
export interface Provision {
  /** The command as a person would type it. */
  readonly command: string;
  run(): Promise<void>;
}

/** One way of coming by a compiler: a toolchain of the machine, a package of npm, a package of the distribution. */
export interface Way {
  readonly name: string;
  /** Looks and changes nothing. */
  find(machine: Machine): Promise<Toolchain | Missing>;
}

/** A guest language: where its compiler comes from, and what it compiles for. */
export interface Adapter {
  /** The name of the folder that holds a guest of this language. */
  readonly language: string;
  /** As people write it. */
  readonly title: string;
  /** What a guest is built for unless its `guest.json` says otherwise. */
  readonly targets: readonly Target[];
  /** Without it no plugin of this language runs. Most need nothing. */
  readonly grant: StartingGrant;
  /** In the order in which they are tried. */
  readonly ways: readonly Way[];
  /** One line for a person whose machine has none of the ways. */
  readonly cure: string;
}

export function isToolchain(finding: Toolchain | Missing): finding is Toolchain {
  return "build" in finding;
}
