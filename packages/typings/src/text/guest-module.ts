import { camelCase } from "@polyplug/abi";
import { block, group, indent, type Layout, line } from "../layout/layout.ts";
import { isIdentifierName } from "../names/identifier.ts";
import { pascalCase } from "../names/pascal-case.ts";
import { quoted } from "../names/quoted.ts";
import type { Face } from "../world/face.ts";
import { documented } from "./comment.ts";
import { ExportedValues } from "./exported-values.ts";
import type { WorldText } from "./world-text.ts";

/**
 * The module of an interface that the host provides: its functions, its classes and its types, all of which the module
 * `title` has the declarations of.
 */
export function providedModule({ model, scope, names }: WorldText, face: Face, title: string): Layout {
  const { owner, classes } = face;
  const { place } = owner;
  const from = `import(${quoted(title)})`;
  const values = new ExportedValues();
  const value = (key: string, docs: string | undefined): Layout => {
    const head = values.declare("const", key, "call").head.replace("declare ", "");
    return documented(docs, `${head}: ${from}.${names.get(face)}[${quoted(key)}];`);
  };
  const types = [...model.types.homes.values(), ...model.types.aliases].flatMap((named) => {
    const name = pascalCase(named.label);
    return named.owner === owner && isIdentifierName(name)
      ? [group([`export type ${name} =`, indent([line, `${from}.${names.get(named)};`])])]
      : [];
  });
  const parts = [
    ...types,
    ...[...classes.keys()].map((label) => value(pascalCase(label), scope.docs.item(place, label))),
    ...owner.functions.map(({ name, label }) => value(camelCase(label), scope.docs.item(place, name))),
  ];
  const docs = scope.docs.interface(place.side, place.interface ?? "");
  const statements = [...values.statements()];
  const body = block([...parts, ...(parts.length > 0 && statements.length > 0 ? [""] : []), ...statements]);
  return documented(docs, ["declare module ", quoted(place.interface ?? ""), " ", body]);
}
