import type { ValueType } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";

/** A world with a function `values` that takes a value of this type, and gives a tuple with nothing but one in it. */
export function witOfType(type: ValueType): string {
  const definitions: string[] = [];
  const names = new Map<ValueType, string>();
  const name = (of: ValueType): string => {
    const known = names.get(of) ?? nameOf(of);
    names.set(of, known);
    return known;
  };
  const define = (keyword: string, members: readonly string[]): string => {
    const defined = `t${definitions.length}`;
    definitions.push(`  ${keyword} ${defined} { ${members.join(", ")} }\n`);
    return defined;
  };
  const nameOf = (of: ValueType): string => {
    switch (of.kind) {
      case "list":
        return `list<${name(of.element)}>`;
      case "option":
        return `option<${name(of.type)}>`;
      case "tuple":
        return `tuple<${of.types.map(name).join(", ")}>`;
      case "result":
        return `result<${of.ok === undefined ? "_" : name(of.ok)}, ${of.err === undefined ? "_" : name(of.err)}>`;
      case "record":
        return define(
          "record",
          of.fields.map((field) => `%${field.name}: ${name(field.type)}`),
        );
      case "variant":
        return define(
          "variant",
          of.cases.map((one) => (one.type === undefined ? `%${one.name}` : `%${one.name}(${name(one.type)})`)),
        );
      case "enum":
      case "flags":
        return define(
          of.kind,
          of.labels.map((label) => `%${label}`),
        );
      case "own":
      case "borrow":
        return refuse(`a ${of.resource.name} is a resource, which no text stands for`);
      case "unsupported":
        return refuse(`${of.text} cannot be passed yet`);
      default:
        return of.kind;
    }
  };
  const value = name(type);
  return `package polyplug:cases;\nworld cases {\n${definitions.join("")}  export values: func(value: ${value}) -> tuple<${value}>;\n}\n`;
}

function refuse(reason: string): never {
  throw new PluginError({ code: "unsupported", action: "write a value as text", reason });
}
