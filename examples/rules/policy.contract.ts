// The contract acme:rules/policy@1.0.0. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of acme:rules/policy@1.0.0 exports. */
export interface PolicyExports {
  readonly decide: (request: Request) => Verdict;
}

/** What a host provides for a plugin of acme:rules/policy@1.0.0. */
export type PolicyImports = object;

export interface Request {
  /** In capitals. */
  method: string;
  /** Without the query. */
  path: string;
  /** Names are in small letters. */
  headers: [string, string][];
}

export interface Refusal {
  /** A status of HTTP, 400 to 499. */
  status: number;
  reason: string;
}

/** - `redirect`: To another path. */
export type Verdict = { tag: "allow" } | { tag: "refuse"; val: Refusal } | { tag: "redirect"; val: string };

/** Decides over each request of a web server. */
export const contract: Contract<PolicyExports, PolicyImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHuAEBQQIBQQoBbwJzcwFwAAFyAwZtZXRob2RzBHBhdGhzB2hlYWRlcnMBAwAHcmVxdWVzdAMAAgFyAgZzdGF0dXN7BnJlYXNvbnMDAAdyZWZ1c2FsAwAEAXEDBWFsbG93AAAGcmVmdXNlAQUACHJlZGlyZWN0AXMAAwAHdmVyZGljdAMABgFAAQdyZXF1ZXN0AwAHBAAGZGVjaWRlAQgEABdhY21lOnJ1bGVzL3BvbGljeUAxLjAuMAQACwwBAAZwb2xpY3kDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
