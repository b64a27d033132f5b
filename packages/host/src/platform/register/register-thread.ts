import type { LoadHook, ResolveHook } from "node:module";
import { hooksOf, registered } from "./hooks.ts";

const { resolved, loaded } = hooksOf(new URL("./register.js", import.meta.url).href);

export const resolve: ResolveHook = async (specifier, context, next) =>
  specifier === registered.specifier
    ? { url: registered.url, format: "module", shortCircuit: true }
    : resolved(await next(specifier, context), context);

export const load: LoadHook = async (url, context, next) => loaded(url) ?? (await next(url, context));
