import type { StringsExports } from "test:strings/strings@1.0.0";

/** The engine has no TextEncoder. */
const utf8 = (value: string): Uint8Array =>
  Uint8Array.from(
    encodeURIComponent(value).replace(/%(..)/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
    (byte) => byte.charCodeAt(0),
  );

export const text: StringsExports["text"] = {
  echo: (value) => value,
  join: (left, right) => left + right,
  bytes: utf8,
  make: () => "ä\0😀",
};
