import { camelCase } from "@polyplug/abi";

/** The name of a resource's class: `http-request` is `HttpRequest`. */
export function pascalCase(label: string): string {
  const name = camelCase(label);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The same for any text at all, so that a type may be called so; empty where there is no letter or digit in it. */
export function typeName(text: string): string {
  const name = pascalCase(text.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-/, ""));
  return /^[0-9]/.test(name) ? `_${name}` : name;
}
