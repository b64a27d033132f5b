import { registerHooks } from "node:module";

// Packages of this repository are found in their sources by those who run the sources.
registerHooks({
  resolve(specifier, context, next) {
    const [, name] = /^@polyplug\/([^/]+)$/.exec(specifier) ?? [];
    return next(
      name === undefined ? specifier : new URL(`../../../${name}/src/index.ts`, import.meta.url).href,
      context,
    );
  },
});
