interface Granting {
  readonly flag: string;
  readonly grant: string;
}

const grantings: ReadonlyMap<string, Granting> = new Map([
  ["args", { flag: "run FILE -- ARGS", grant: 'args: ["name", …]' }],
  ["env", { flag: "--env NAME=VALUE", grant: "env: { NAME: … }" }],
  ["stdin", { flag: "--stdin", grant: "stdin: …" }],
  ["stdout", { flag: "--stdout", grant: "stdout: process.stdout" }],
  ["stderr", { flag: "--stderr", grant: "stderr: process.stderr" }],
  ["clock", { flag: "--clock", grant: "clock: true" }],
  ["random", { flag: "--random", grant: "random: true" }],
  ["sleep", { flag: "--sleep 50ms", grant: 'sleep: "50ms"' }],
]);

/** How a capability is granted, by a flag and by `loadPlugin`; one such as `stdout/stderr` has several parts. */
export function grantingOf(capability: string): Granting {
  const parts = capability.split("/").flatMap((part) => grantings.get(part) ?? []);
  if (parts.length === 0) return { flag: "cannot be granted", grant: "" };
  return {
    flag: parts.map(({ flag }) => flag).join(" "),
    grant: `grant: { ${parts.map(({ grant }) => grant).join(", ")} }`,
  };
}
