import { camelCase } from "@polyplug/abi";

/** The name of a resource as a class has it: `http-request` is `HttpRequest`. */
export function className(label: string): string {
  const name = camelCase(label);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
