import type { Resolution } from "./resolution.ts";

/**
 * Throws for labels of which two are the same but for the case of their letters.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#name-uniqueness | Explainer, name uniqueness}.
 */
export function checkLabels(resolution: Resolution, kind: string, labels: readonly string[], offset: number): void {
  const seen = new Set<string>();
  for (const label of labels) {
    const canonical = label.toLowerCase();
    if (seen.has(canonical)) throw resolution.malformed(`the ${kind} has two labels ${label}`, offset);
    seen.add(canonical);
  }
}
