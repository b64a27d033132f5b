/** One of the two engines has no TextEncoder. */
const utf8 = (value) =>
  Uint8Array.from(
    encodeURIComponent(value).replace(/%(..)/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16))),
    (byte) => byte.charCodeAt(0),
  );

export const text = {
  echo: (value) => value,
  join: (left, right) => left + right,
  bytes: utf8,
  make: () => "ä\0😀",
};
