// The contract acme:image/image-filter@1.0.0. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of acme:image/image-filter@1.0.0 exports. */
export interface ImageFilterExports {
  /**
   * Refuses an image that has not four bytes for each pixel.
   *
   * @throws {ResultError<string>}
   */
  readonly apply: (filter: Filter, image: Image) => Image;
}

/** What a host provides for a plugin of acme:image/image-filter@1.0.0. */
export type ImageFilterImports = object;

export interface Image {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel, row by row from the top. */
  pixels: Uint8Array;
}

/**
 * Filters that give the same in any language, for they know whole numbers only. Alpha stays as it is. A pixel beyond the
 * border is the one of the border that is nearest to it.
 *
 * - `gray`: Red, green and blue become (77 * red + 150 * green + 29 * blue) / 256, rounded down.
 * - `invert`: Each colour becomes 255 less what it was.
 * - `blur`: Each colour becomes the mean of the nine that are around it and itself, rounded down.
 * - `edges`: Sobel's operator on the grays: its two sums without their signs, added, at most 255.
 */
export type Filter = "gray" | "invert" | "blur" | "edges";

/** Makes another picture of a picture. */
export const contract: Contract<ImageFilterExports, ImageFilterImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHmgEBQQIBQQgBcH0BcgMFd2lkdGh5BmhlaWdodHkGcGl4ZWxzAAMABWltYWdlAwABAW0EBGdyYXkGaW52ZXJ0BGJsdXIFZWRnZXMDAAZmaWx0ZXIDAAMBagECAXMBQAIGZmlsdGVyBAVpbWFnZQIABQQABWFwcGx5AQYEAB1hY21lOmltYWdlL2ltYWdlLWZpbHRlckAxLjAuMAQACxIBAAxpbWFnZS1maWx0ZXIDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
