import type { Adapter } from "../adapter.ts";
import type { Dialect } from "../clang/clang-guest.ts";
import { debianClang } from "../clang/debian-clang.ts";
import { wasiSdk } from "../clang/wasi-sdk.ts";
import { yowasp } from "../clang/yowasp.ts";

/** libc++ for WASI comes without exceptions, which is why nobody may throw. */
const dialect: Dialect = { driver: "clang++", extension: ".cpp", flags: ["-std=gnu++23", "-fno-exceptions"] };

export const cpp: Adapter = {
  language: "cpp",
  title: "C++",
  targets: ["wasm32-wasip1"],
  grant: {},
  ways: [wasiSdk(dialect), yowasp(dialect), debianClang(dialect)],
  cure: "run npm ci, or set WASI_SDK_PATH to a WASI SDK",
};
