import { registerHooks } from "node:module";

// Packages by name are their sources, as they are for the tests.
registerHooks({
  resolve(specifier, context, next) {
    const name = /^@polyplug\/([^/]+)$/.exec(specifier)?.[1];
    const source = name && new URL(`../../../../${name}/src/index.ts`, import.meta.url).href;
    return next(source ?? specifier, context);
  },
});
