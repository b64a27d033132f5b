#include "image_filter.h"
#include <stdlib.h>
#include <string.h>

typedef const image_filter_image_t *picture;

static int64_t clamp(int64_t value, uint32_t size) {
  return value < 0 ? 0 : value < size ? value : (int64_t)size - 1;
}

static const uint8_t *pixel_at(picture image, int64_t x, int64_t y) {
  return image->pixels.ptr + 4 * (clamp(y, image->height) * image->width + clamp(x, image->width));
}

static int gray_at(picture image, int64_t x, int64_t y) {
  const uint8_t *pixel = pixel_at(image, x, y);
  return (77 * pixel[0] + 150 * pixel[1] + 29 * pixel[2]) / 256;
}

static uint8_t blur_at(picture image, int64_t x, int64_t y, int channel) {
  int sum = 0;
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++) sum += pixel_at(image, x + dx, y + dy)[channel];
  return sum / 9;
}

static uint8_t edge_at(picture image, int64_t x, int64_t y) {
  int across = 0, down = 0;
  for (int side = -1; side <= 1; side++) {
    int weight = 2 - side * side;
    across += weight * (gray_at(image, x + 1, y + side) - gray_at(image, x - 1, y + side));
    down += weight * (gray_at(image, x + side, y + 1) - gray_at(image, x + side, y - 1));
  }
  int sum = abs(across) + abs(down);
  return sum < 255 ? sum : 255;
}

static uint8_t filtered(image_filter_filter_t filter, picture image, int64_t x, int64_t y, int channel) {
  switch (filter) {
  case IMAGE_FILTER_FILTER_GRAY: return gray_at(image, x, y);
  case IMAGE_FILTER_FILTER_INVERT: return 255 - pixel_at(image, x, y)[channel];
  case IMAGE_FILTER_FILTER_BLUR: return blur_at(image, x, y, channel);
  default: return edge_at(image, x, y);
  }
}

bool exports_image_filter_apply(image_filter_filter_t filter, image_filter_image_t *image, image_filter_image_t *ret,
                                image_filter_string_t *err) {
  size_t length = image->pixels.len;
  if (length % 4 != 0 || length / 4 != (uint64_t)image->width * image->height) {
    image_filter_string_dup(err, "an image has four bytes a pixel");
    image_filter_image_free(image);
    return false;
  }
  uint8_t *pixels = malloc(length), *next = pixels;
  for (int64_t y = 0; y < image->height; y++)
    for (int64_t x = 0; x < image->width; x++) {
      for (int channel = 0; channel < 3; channel++) *next++ = filtered(filter, image, x, y, channel);
      *next++ = pixel_at(image, x, y)[3];
    }
  *ret = (image_filter_image_t){image->width, image->height, {pixels, length}};
  image_filter_image_free(image);
  return true;
}
