/** How a guest has its strings in memory. The last one is either Latin-1 or UTF-16, string by string. */
export type StringEncoding = "utf8" | "utf16" | "latin1+utf16";

/** The bit of a length that says UTF-16 where the encoding is `latin1+utf16`: Canonical ABI, `utf16_tag`. */
export const utf16Tag: number = 2 ** 31;
