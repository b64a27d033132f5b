import { preview1Capabilities, preview1Signatures } from "@polyplug/wasi";
import { expect, test } from "vitest";

test("a function is for some capability, unless it works on any descriptor, ends the plugin or yields", () => {
  const free = [...preview1Signatures.keys()].filter((name) => preview1Capabilities(name).length === 0);
  expect(free.toSorted()).toEqual([
    "adapter_monotonic_clock_set_paused",
    "fd_close",
    "fd_fdstat_get",
    "fd_fdstat_set_flags",
    "fd_fdstat_set_rights",
    "fd_filestat_get",
    "fd_renumber",
    "fd_seek",
    "fd_tell",
    "proc_exit",
    "proc_raise",
    "sched_yield",
  ]);
});

test.each([
  ["args_get", "args"],
  ["args_sizes_get", "args"],
  ["environ_get", "env"],
  ["environ_sizes_get", "env"],
  ["clock_res_get", "clock"],
  ["clock_time_get", "clock"],
  ["random_get", "random"],
  ["poll_oneoff", "sleep"],
  ["fd_read", "stdin"],
  ["fd_write", "stdout", "stderr"],
  ["fd_prestat_get", "files"],
  ["sock_recv", "sockets"],
  ["path_open", "files"],
  ["proc_exit"],
  ["fd_close"],
  ["constructor"],
  ["no_such_function"],
])("%s is for %s", (name, ...capabilities) => {
  expect(preview1Capabilities(name)).toEqual(capabilities);
});
