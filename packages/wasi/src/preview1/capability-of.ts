import type { Preview1Name } from "./signatures.ts";

const capabilities: { readonly [Name in Preview1Name]?: string } = {
  args_get: "args",
  args_sizes_get: "args",
  environ_get: "env",
  environ_sizes_get: "env",
  clock_res_get: "clock",
  clock_time_get: "clock",
  random_get: "random",
  poll_oneoff: "sleep",
  fd_read: "stdin",
  fd_write: "stdout/stderr",
  fd_advise: "files",
  fd_allocate: "files",
  fd_datasync: "files",
  fd_filestat_set_size: "files",
  fd_filestat_set_times: "files",
  fd_pread: "files",
  fd_prestat_get: "files",
  fd_prestat_dir_name: "files",
  fd_pwrite: "files",
  fd_readdir: "files",
  fd_sync: "files",
  path_create_directory: "files",
  path_filestat_get: "files",
  path_filestat_set_times: "files",
  path_link: "files",
  path_open: "files",
  path_readlink: "files",
  path_remove_directory: "files",
  path_rename: "files",
  path_symlink: "files",
  path_unlink_file: "files",
  sock_accept: "sockets",
  sock_recv: "sockets",
  sock_send: "sockets",
  sock_shutdown: "sockets",
};

const byName: ReadonlyMap<string, string> = new Map(Object.entries(capabilities));

/**
 * What a plugin that imports this function may be after: a key of a grant, `stdout/stderr`, or `files` and `sockets`,
 * which cannot be granted. `undefined` for a function that works without any, such as `fd_close` or `proc_exit`.
 */
export function preview1Capability(name: string): string | undefined {
  return byName.get(name);
}
