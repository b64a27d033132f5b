import type { Image } from "./image-filter.contract.ts";

/** A disc, half in the light, before a sky that gets darker to the right and fades to nothing at the bottom. */
export function paintPicture(width: number, height: number): Image {
  const pixels = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inDisc = (2 * x - width) ** 2 + (2 * y - height) ** 2 < (height - 16) ** 2;
      const disc = x > y ? [250, 210, 60] : [190, 90, 30];
      const sky = [40, 110, 255 - Math.floor((200 * x) / width)];
      pixels.set([...(inDisc ? disc : sky), 255 - Math.floor((200 * y) / height)], 4 * (y * width + x));
    }
  }
  return { width, height, pixels };
}
