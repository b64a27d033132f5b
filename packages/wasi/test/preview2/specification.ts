/** What an interface of WASI 0.2.12 has by its text: functions, and resources with their methods, all in kebab-case. */
export interface SpecifiedInterface {
  readonly id: string;
  readonly functions: readonly string[];
  readonly resources: Readonly<Record<string, readonly string[]>>;
}

export const specification: readonly SpecifiedInterface[] = `
wasi:cli/environment: get-environment get-arguments initial-cwd
wasi:cli/exit: exit exit-with-code
wasi:cli/stdin: get-stdin
wasi:cli/stdout: get-stdout
wasi:cli/stderr: get-stderr
wasi:cli/terminal-input: terminal-input{}
wasi:cli/terminal-output: terminal-output{}
wasi:cli/terminal-stdin: get-terminal-stdin
wasi:cli/terminal-stdout: get-terminal-stdout
wasi:cli/terminal-stderr: get-terminal-stderr
wasi:clocks/monotonic-clock: now resolution subscribe-instant subscribe-duration
wasi:clocks/timezone: display utc-offset
wasi:clocks/wall-clock: now resolution
wasi:filesystem/preopens: get-directories
wasi:filesystem/types: filesystem-error-code descriptor{read-via-stream write-via-stream append-via-stream advise sync-data get-flags get-type set-size set-times read write read-directory sync create-directory-at stat stat-at set-times-at link-at open-at readlink-at remove-directory-at rename-at symlink-at unlink-file-at is-same-object metadata-hash metadata-hash-at} directory-entry-stream{read-directory-entry}
wasi:io/error: error{to-debug-string}
wasi:io/poll: poll pollable{ready block}
wasi:io/streams: input-stream{read blocking-read skip blocking-skip subscribe} output-stream{check-write write blocking-write-and-flush flush blocking-flush subscribe write-zeroes blocking-write-zeroes-and-flush splice blocking-splice}
wasi:random/insecure-seed: insecure-seed
wasi:random/insecure: get-insecure-random-bytes get-insecure-random-u64
wasi:random/random: get-random-bytes get-random-u64
wasi:sockets/instance-network: instance-network
wasi:sockets/ip-name-lookup: resolve-addresses resolve-address-stream{resolve-next-address subscribe}
wasi:sockets/network: network-error-code network{}
wasi:sockets/tcp-create-socket: create-tcp-socket
wasi:sockets/tcp: tcp-socket{start-bind finish-bind start-connect finish-connect start-listen finish-listen accept local-address remote-address is-listening address-family set-listen-backlog-size keep-alive-enabled set-keep-alive-enabled keep-alive-idle-time set-keep-alive-idle-time keep-alive-interval set-keep-alive-interval keep-alive-count set-keep-alive-count hop-limit set-hop-limit receive-buffer-size set-receive-buffer-size send-buffer-size set-send-buffer-size subscribe shutdown}
wasi:sockets/udp-create-socket: create-udp-socket
wasi:sockets/udp: udp-socket{start-bind finish-bind stream local-address remote-address address-family unicast-hop-limit set-unicast-hop-limit receive-buffer-size set-receive-buffer-size send-buffer-size set-send-buffer-size subscribe} incoming-datagram-stream{receive subscribe} outgoing-datagram-stream{check-send send subscribe}`
  .trim()
  .split("\n")
  .map((line) => {
    const [, id = "", members = ""] = /^(\S+): (.*)$/.exec(line) ?? [];
    const resources: Record<string, readonly string[]> = {};
    const functions = members.replace(/([\w-]+)\{(.*?)\}/g, (_, resource: string, methods: string) => {
      resources[resource] = words(methods);
      return "";
    });
    return { id, functions: words(functions), resources };
  });

function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}

export function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function pascalCase(name: string): string {
  return camelCase(`-${name}`);
}
