import { type Contract, defineContract } from "@polyplug/host";

export interface TextFilterExports {
  transform(text: string): string;
}

export interface TextFilterImports {
  readonly "acme:text/log": { write(line: string): void };
}

export const contract: Contract<TextFilterExports, TextFilterImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHdQFBAgFBBQFCAgFAAQRsaW5lcwEABAAFd3JpdGUBAAMAE2FjbWU6dGV4dC9sb2dAMS4wLjAFAAFqAXMBcwFAAQR0ZXh0cwABBAAJdHJhbnNmb3JtAQIEABthY21lOnRleHQvdGV4dC1maWx0ZXJAMS4wLjAEAAsRAQALdGV4dC1maWx0ZXIDAAAARwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQINd2l0LWNvbXBvbmVudAcwLjI1NC4yEHdpdC1iaW5kZ2VuLXJ1c3QGMC42MC4w",
);
