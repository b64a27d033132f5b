import type { Capability } from "../capability.ts";
import type { Preview1Name } from "./signatures.ts";

const capabilities: { readonly [Name in Preview1Name]: readonly Capability[] } = {
  args_get: ["args"],
  args_sizes_get: ["args"],
  environ_get: ["env"],
  environ_sizes_get: ["env"],
  clock_res_get: ["clock"],
  clock_time_get: ["clock"],
  fd_advise: ["files"],
  fd_allocate: ["files"],
  fd_close: [],
  fd_datasync: ["files"],
  fd_fdstat_get: [],
  fd_fdstat_set_flags: [],
  fd_fdstat_set_rights: [],
  fd_filestat_get: [],
  fd_filestat_set_size: ["files"],
  fd_filestat_set_times: ["files"],
  fd_pread: ["files"],
  fd_prestat_get: ["files"],
  fd_prestat_dir_name: ["files"],
  fd_pwrite: ["files"],
  fd_read: ["stdin"],
  fd_readdir: ["files"],
  fd_renumber: [],
  fd_seek: [],
  fd_sync: ["files"],
  fd_tell: [],
  fd_write: ["stdout", "stderr"],
  path_create_directory: ["files"],
  path_filestat_get: ["files"],
  path_filestat_set_times: ["files"],
  path_link: ["files"],
  path_open: ["files"],
  path_readlink: ["files"],
  path_remove_directory: ["files"],
  path_rename: ["files"],
  path_symlink: ["files"],
  path_unlink_file: ["files"],
  poll_oneoff: ["sleep"],
  proc_exit: [],
  proc_raise: [],
  sched_yield: [],
  random_get: ["random"],
  sock_accept: ["sockets"],
  sock_recv: ["sockets"],
  sock_send: ["sockets"],
  sock_shutdown: ["sockets"],
};

const byName: ReadonlyMap<string, readonly Capability[]> = new Map(Object.entries(capabilities));

/**
 * What a plugin that imports this function may be after. Empty for a function that works without any, such as
 * `fd_close` or `proc_exit`, and for one that is none of the 46.
 */
export function preview1Capabilities(name: string): readonly Capability[] {
  return byName.get(name) ?? [];
}
