/** `node cargo-test.mjs`: the tests of the cargo workspace in the working folder, natively, with all features. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { runNative } from "./native-test.mjs";

const [version = "", ...about] = execFileSync("rustc", ["-vV"], { encoding: "utf8" }).split("\n");
const host = about.find((line) => line.startsWith("host: "))?.slice("host: ".length) ?? "";

// The folder and the profile of guests that are built here, and a target by name as they have one: then the macros, which
// take the most time, are compiled once for both. Without their link-time optimisation a test is linked at once.
const cache = join(import.meta.dirname, "..", ".cache", "cargo", version.replace(/[^\w.]+/g, "-"));
const env = { ...process.env, CARGO_TARGET_DIR: cache, CARGO_PROFILE_RELEASE_LTO: "off" };
runNative(
  "cargo",
  ["test", "--release", "--locked", "--workspace", "--all-features", "--no-fail-fast", "--target", host],
  env,
);
