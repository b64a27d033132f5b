/** A step that takes long enough to be told of. */
export interface ProgressEvent {
  /** `build adder/rust for wasm32-wasip1`, `install with rustup target add wasm32-wasip1`. */
  readonly task: string;
  readonly state: "started" | "done" | "failed";
  /** Since the step started. */
  readonly milliseconds: number;
  /** Why it failed. */
  readonly error?: unknown;
}

export type OnProgress = (event: ProgressEvent) => void;

/** Runs a step and tells when it starts and how it ends. What it throws is thrown on. */
export async function tellProgress<T>(
  task: string,
  onProgress: OnProgress | undefined,
  step: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  onProgress?.({ task, state: "started", milliseconds: 0 });
  try {
    const result = await step();
    onProgress?.({ task, state: "done", milliseconds: performance.now() - start });
    return result;
  } catch (error) {
    onProgress?.({ task, state: "failed", milliseconds: performance.now() - start, error });
    throw error;
  }
}

/** Tells of a failure for which no step was told of. */
export function tellFailure(task: string, error: unknown, onProgress: OnProgress | undefined): void {
  onProgress?.({ task, state: "failed", milliseconds: 0, error });
}
