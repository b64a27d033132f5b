import { printableName } from "@polyplug/errors";
import type { ByteReader } from "../../byte-reader.ts";
import type { LabeledValType } from "../component-type.ts";
import { isLabel } from "../name-grammar.ts";
import type { ComponentScope } from "./component-scope.ts";
import { decodeComponentValType } from "./val-type.ts";

/**
 * Reads labels that belong together, one a call: each must keep to the grammar and differ from those before it in more
 * than letter case.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#name-uniqueness |
 * Explainer, name uniqueness}.
 */
export function labels(reader: ByteReader): () => string {
  const seen = new Set<string>();
  return () => {
    const start = reader.offset;
    const label = reader.name("label");
    if (!isLabel(label)) throw reader.malformed(`"${printableName(label)}" is not a label`, start);
    const form = label.toLowerCase();
    if (seen.has(form)) throw reader.malformed(`label "${printableName(label)}" is too like one before it`, start);
    seen.add(form);
    return label;
  };
}

/** Reads labels with their types, one a call. */
export function labeled(reader: ByteReader, scope: ComponentScope): () => LabeledValType {
  const label = labels(reader);
  return () => ({ label: label(), type: decodeComponentValType(reader, scope) });
}
