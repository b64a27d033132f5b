import { err, ok, Result } from "@polyplug/sdk-assemblyscript";
import { Filter, Image } from "./bindings/world";

export function apply(filter: Filter, image: Image): Result<Image, string> {
  const length = image.pixels.length;
  if (length % 4 != 0 || <u64>(length / 4) != <u64>image.width * <u64>image.height) {
    return err<Image, string>("an image has four bytes a pixel");
  }
  const pixels = new StaticArray<u8>(length);
  for (let place = 0; place < length; place++) {
    const x = (place / 4) % <i32>image.width;
    const y = place / 4 / <i32>image.width;
    const channel = place % 4;
    pixels[place] = channel == 3 ? image.pixels[place] : filtered(filter, image, x, y, channel);
  }
  return ok<Image, string>(new Image(image.width, image.height, pixels));
}

function filtered(filter: Filter, image: Image, x: i32, y: i32, channel: i32): u8 {
  switch (filter) {
    case Filter.Gray: return <u8>gray(image, x, y);
    case Filter.Invert: return <u8>(255 - colour(image, x, y, channel));
    case Filter.Blur: return blur(image, x, y, channel);
    default: return edge(image, x, y);
  }
}

function colour(image: Image, x: i32, y: i32, channel: i32): i32 {
  const column = min(max(x, 0), <i32>image.width - 1);
  const row = min(max(y, 0), <i32>image.height - 1);
  return image.pixels[4 * (row * <i32>image.width + column) + channel];
}

function gray(image: Image, x: i32, y: i32): i32 {
  return (77 * colour(image, x, y, 0) + 150 * colour(image, x, y, 1) + 29 * colour(image, x, y, 2)) / 256;
}

function blur(image: Image, x: i32, y: i32, channel: i32): u8 {
  let sum = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) sum += colour(image, x + dx, y + dy, channel);
  }
  return <u8>(sum / 9);
}

function edge(image: Image, x: i32, y: i32): u8 {
  let across = 0;
  let down = 0;
  for (let side = -1; side <= 1; side++) {
    const weight = 2 - side * side;
    across += weight * (gray(image, x + 1, y + side) - gray(image, x - 1, y + side));
    down += weight * (gray(image, x + side, y + 1) - gray(image, x + side, y - 1));
  }
  return <u8>min(abs(across) + abs(down), 255);
}
