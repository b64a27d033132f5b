import type { Way } from "../adapter.ts";
import { missingFromDebian } from "../debian.ts";
import type { Dialect } from "./clang-guest.ts";
import { nativeClang } from "./native-clang.ts";

const packages = [
  "clang-22",
  "lld-22",
  "wasi-libc",
  "libclang-rt-22-dev-wasm32",
  "libc++-22-dev-wasm32",
  "libc++abi-22-dev-wasm32",
];

/** Debian's libc for WASI is of 2022 and lies under the name that the target had then, which clang calls deprecated. */
const platform = ["--target=wasm32-wasi", "-Wno-deprecated", "--sysroot=/usr", "-fuse-ld=lld"];

/** Debian's clang with its libraries for WebAssembly. */
export function debianClang(dialect: Dialect): Way {
  return {
    name: "debian",
    async find(machine) {
      const missing = await missingFromDebian(packages, machine);
      if (missing !== undefined) return missing;
      return nativeClang({ way: "debian", program: `/usr/bin/${dialect.driver}-22`, platform }, dialect, machine);
    },
  };
}
