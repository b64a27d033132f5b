// The contract acme:text/text-filter@1.0.0. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of acme:text/text-filter@1.0.0 exports. */
export interface TextFilterExports {
  /**
   * The text in capitals; an empty one is refused.
   *
   * @throws {ResultError<string>}
   */
  readonly transform: (text: string) => string;
}

/** What a host provides for a plugin of acme:text/text-filter@1.0.0. */
export interface TextFilterImports {
  readonly "acme:text/log": Log;
}

/** What a filter may tell its host. */
export interface Log {
  /** Takes one line. */
  readonly write: (line: string) => void;
}

/** A plugin that makes another text of a text. */
export const contract: Contract<TextFilterExports, TextFilterImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHdQFBAgFBBQFCAgFAAQRsaW5lcwEABAAFd3JpdGUBAAMAE2FjbWU6dGV4dC9sb2dAMS4wLjAFAAFqAXMBcwFAAQR0ZXh0cwABBAAJdHJhbnNmb3JtAQIEABthY21lOnRleHQvdGV4dC1maWx0ZXJAMS4wLjAEAAsRAQALdGV4dC1maWx0ZXIDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
