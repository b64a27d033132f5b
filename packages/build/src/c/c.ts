import type { Adapter } from "../adapter.ts";
import type { Dialect } from "./clang-guest.ts";
import { debianClang } from "./debian-clang.ts";
import { wasiSdk } from "./wasi-sdk.ts";
import { yowasp } from "./yowasp.ts";

/** Without the extensions of GNU, the headers would hide all that is not the language's own, such as `clock_gettime`. */
const dialect: Dialect = { driver: "clang", extension: ".c", flags: ["-std=gnu23"] };

export const c: Adapter = {
  language: "c",
  title: "C",
  ways: [wasiSdk(dialect), yowasp(dialect), debianClang(dialect)],
  cure: "npm i -D @yowasp/clang, or set WASI_SDK_PATH to a WASI SDK",
};
