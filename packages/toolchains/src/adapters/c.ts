import type { Adapter } from "../adapter.ts";
import type { Dialect } from "../clang/clang-guest.ts";
import { debianClang } from "../clang/debian-clang.ts";
import { wasiSdk } from "../clang/wasi-sdk.ts";
import { yowasp } from "../clang/yowasp.ts";

/** Without the extensions of GNU, the headers would hide all that is not the language's own, such as `clock_gettime`. */
const dialect: Dialect = { driver: "clang", extension: ".c", flags: ["-std=gnu23"] };

export const c: Adapter = {
  language: "c",
  title: "C",
  targets: ["wasm32-wasip1"],
  grant: {},
  ways: [wasiSdk(dialect), yowasp(dialect), debianClang(dialect)],
  cure: "run npm ci, or set WASI_SDK_PATH to a WASI SDK",
};
