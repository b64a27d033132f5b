import type { Grant, WasiFace } from "@polyplug/wasi";

/** One plugin's view of its capabilities, in whatever words the face has for them. What is refused throws. */
export interface FacePlugin {
  readonly wasi: WasiFace;
  args(): string[];
  /** `NAME=value` */
  env(): string[];
  write(output: "stdout" | "stderr", text: string): void;
  isTerminal(output: "stdout" | "stderr"): boolean;
  /** Undefined at the end. */
  read(maxBytes: number): string | undefined;
  /** Nanoseconds. */
  wallTime(): bigint;
  wallResolution(): bigint;
  monotonicTime(): bigint;
  monotonicResolution(): bigint;
  random(length: number): Uint8Array;
  sleep(nanoseconds: bigint): void;
  sleepUntil(instant: bigint): void;
  exit(code: number): void;
}

export interface Face {
  readonly name: string;
  start(grant?: Grant): Promise<FacePlugin>;
}
