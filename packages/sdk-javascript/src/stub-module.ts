import type { Stub } from "./stub-imports.ts";

/** The source of a module that passes calls on to a stub, the `index`-th of those that are registered. */
export function stubModule(stub: Stub, index: number): string {
  const head = `const stub = globalThis.polyplugStubs[${index}];`;
  if (typeof stub === "function") return `${head}\nexport default (...args) => stub(...args);\n`;
  const lines = Object.keys(stub).flatMap((key, n) => {
    const name = JSON.stringify(key);
    // Classes are told by their names, as resources are written in PascalCase and functions in camelCase.
    const value = /^\p{Lu}/u.test(key) ? `stub[${name}]` : `(...args) => stub[${name}](...args)`;
    return [`const export${n} = ${value};`, `export { export${n} as ${name} };`];
  });
  return [head, ...lines, ""].join("\n");
}
