#include "post_return.h"
#include <stdlib.h>
#include <string.h>

static post_return_string_t letters(size_t length) { return (post_return_string_t){memset(malloc(length), 'x', length), length}; }

void exports_post_return_text(uint32_t length, post_return_string_t *ret) { *ret = letters(length); }

void exports_post_return_words(uint32_t count, post_return_list_string_t *ret) {
  *ret = (post_return_list_string_t){malloc(count * sizeof(post_return_string_t)), count};
  for (size_t i = 0; i < count; i++) ret->ptr[i] = letters(100);
}

bool exports_post_return_refuse(uint32_t length, post_return_string_t *err) {
  *err = letters(length);
  return false;
}

uint32_t exports_post_return_take(post_return_list_string_t *values) {
  uint32_t count = values->len;
  post_return_list_string_free(values);
  return count;
}

uint32_t exports_post_return_grown(void) {
  static uint32_t before = 0;
  uint32_t pages = __builtin_wasm_memory_size(0), grown = pages - before;
  before = pages;
  return grown;
}
