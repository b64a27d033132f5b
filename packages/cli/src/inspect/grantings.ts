import type { Capability } from "@polyplug/host";

interface Granting {
  readonly flag: string;
  readonly grant: string;
}

const unflagged = "no flag";
const ungrantable: Granting = { flag: "cannot be granted", grant: "" };

/** How a capability is granted, by a flag and by `loadPlugin`. */
export const grantings: Readonly<Record<Capability, Granting>> = {
  args: { flag: "run FILE -- ARGS", grant: 'grant: { args: ["name", …] }' },
  env: { flag: "--env NAME=VALUE", grant: "grant: { env: { NAME: … } }" },
  stdin: { flag: "--stdin", grant: "grant: { stdin: … }" },
  stdout: { flag: "--stdout", grant: "grant: { stdout: process.stdout }" },
  stderr: { flag: "--stderr", grant: "grant: { stderr: process.stderr }" },
  clock: { flag: "--clock", grant: "grant: { clock: true }" },
  random: { flag: "--random", grant: "grant: { random: true }" },
  sleep: { flag: "--sleep 50ms", grant: 'grant: { sleep: "50ms" }' },
  config: { flag: unflagged, grant: "grant: { config: { KEY: … } }" },
  logging: { flag: unflagged, grant: "grant: { logging: process.stderr }" },
  keyvalue: { flag: unflagged, grant: 'grant: { keyvalue: { "": true } }' },
  http: { flag: unflagged, grant: 'isolation: "worker", grant: { http: { allow: ["https://…"] } }' },
  files: { flag: "--dir FOLDER::/PATH", grant: 'grant: { files: tree({ "/path": await snapshot("folder") }) }' },
  sockets: ungrantable,
};
