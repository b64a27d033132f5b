import { preview2Capabilities } from "@polyplug/wasi";
import { expect, test } from "vitest";
import { specification } from "./specification.ts";

test("an interface is for some capability, unless it ends the plugin or works on what others hand out", () => {
  const free = specification.filter(({ id }) => preview2Capabilities(`${id}@0.2.0`).length === 0).map(({ id }) => id);
  expect(free).toEqual([
    "wasi:cli/exit",
    "wasi:cli/terminal-input",
    "wasi:cli/terminal-output",
    "wasi:cli/terminal-stdin",
    "wasi:cli/terminal-stdout",
    "wasi:cli/terminal-stderr",
    "wasi:clocks/timezone",
    "wasi:io/error",
    "wasi:io/poll",
    "wasi:io/streams",
  ]);
});

test.each([
  ["wasi:cli/environment@0.2.12", "args", "env"],
  ["wasi:cli/stdin@0.2.0", "stdin"],
  ["wasi:cli/stdout@0.2.3", "stdout"],
  ["wasi:cli/stderr@0.2", "stderr"],
  ["wasi:clocks/monotonic-clock@0.2.0", "clock", "sleep"],
  ["wasi:clocks/wall-clock@0.2.0", "clock"],
  ["wasi:random/random@0.2.0", "random"],
  ["wasi:random/insecure-seed@0.2.0", "random"],
  ["wasi:filesystem/types@0.2.0", "files"],
  ["wasi:filesystem/preopens@0.2.0", "files"],
  ["wasi:sockets/tcp@0.2.0", "sockets"],
  ["wasi:config/store@0.2.0-rc.1", "config"],
  ["wasi:logging/logging", "logging"],
  ["wasi:keyvalue/store@0.2.0-draft2", "keyvalue"],
  ["wasi:keyvalue/batch@0.2.0-draft2"],
  ["wasi:config/store@0.2.0"],
  ["wasi:cli/exit@0.2.0"],
  ["wasi:cli/stdout@0.3.0"],
  ["wasi:cli/stdout"],
  ["acme:cli/stdout@0.2.0"],
  ["wasi:cli/constructor@0.2.0"],
])("%s is for %s", (id, ...capabilities) => {
  expect(preview2Capabilities(id)).toEqual(capabilities);
});
