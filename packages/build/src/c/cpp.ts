import type { Adapter } from "../adapter.ts";
import type { Dialect } from "./clang-guest.ts";
import { debianClang } from "./debian-clang.ts";
import { wasiSdk } from "./wasi-sdk.ts";
import { yowasp } from "./yowasp.ts";

/** libc++ for WASI comes without exceptions, which is why nobody may throw. */
const dialect: Dialect = { driver: "clang++", extension: ".cpp", flags: ["-std=gnu++23", "-fno-exceptions"] };

export const cpp: Adapter = {
  language: "cpp",
  title: "C++",
  ways: [wasiSdk(dialect), yowasp(dialect), debianClang(dialect)],
  cure: "npm i -D @yowasp/clang, or set WASI_SDK_PATH to a WASI SDK",
};
