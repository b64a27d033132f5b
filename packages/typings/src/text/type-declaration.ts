import type { EnumType, VariantType } from "@polyplug/abi";
import { block, group, ifBroken, indent, join, type Layout, line } from "../layout/layout.ts";
import type { NamedType } from "../world/named-types.ts";
import { documented, paragraphs } from "./comment.ts";
import { asMethod, memberLayouts } from "./member-layouts.ts";
import type { Scope } from "./scope.ts";

/** The declaration of a type that WIT gives a name: `name` is the one that it has in the module. */
export function typeDeclaration(scope: Scope, named: NamedType, name: string): Layout {
  const { owner, label, type } = named;
  const docsOf = (member?: string): string | undefined => scope.docs.item(owner.place, label, member);
  if (!("kind" in type)) {
    const methods = memberLayouts(scope, owner.resources.get(label)?.methods ?? [], label, asMethod);
    const base = owner.place.side === "exports" ? "Disposable" : "Partial<Disposable>";
    return documented(docsOf(), [`export interface ${name} extends ${base} `, block(methods)]);
  }
  if (type.kind === "record" || type.kind === "flags") {
    const labels = type.kind === "flags" ? type.labels : type.fields.map((field) => field.name);
    const properties = scope.types.properties(type).map((property, index) => {
      return documented(docsOf(labels[index]), [property, ";"]);
    });
    return documented(docsOf(), [`export interface ${name} `, block(properties)]);
  }
  const cases =
    type.kind === "variant" || type.kind === "enum" ? labelsOf(type).map((one) => listItem(one, docsOf(one))) : [];
  const declared = [`export type ${name} =`, unionDeclaration(scope.types.structure(type)), ";"];
  return documented(paragraphs(docsOf(), cases.join("")), declared);
}

function unionDeclaration(members: readonly Layout[]): Layout {
  if (members.length === 1) return [" ", members];
  return group(indent([line, ifBroken("| "), join([line, "| "], members.map(indent))]));
}

/** The comment on a case: editors show that of a type alone. */
function listItem(label: string, comment: string | undefined): string {
  return comment === undefined ? "" : `- \`${label}\`: ${comment.replaceAll("\n", "\n  ")}\n`;
}

function labelsOf(type: VariantType | EnumType): readonly string[] {
  return type.kind === "enum" ? type.labels : type.cases.map(({ name }) => name);
}
