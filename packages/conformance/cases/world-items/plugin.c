#include "world_items.h"
#include <stdlib.h>
#include <string.h>

void exports_world_items_say_hello(world_items_string_t *name) {
  world_items_string_t line = {malloc(name->len + 6), name->len + 6};
  memcpy(line.ptr, "hello ", 6);
  memcpy(line.ptr + 6, name->ptr, name->len);
  world_items_print_line(&line);
  world_items_string_free(&line);
  world_items_string_free(name);
}

void exports_world_items_twice_swapped(world_items_pair_t *value, world_items_pair_t *ret) {
  world_items_pair_t once;
  world_items_swap(value, &once);
  world_items_swap(&once, ret);
  world_items_pair_free(&once);
  world_items_pair_free(value);
}

uint32_t tools_double_it(world_items_string_t *name) {
  uint32_t number = 0;
  settings_get_number(name, &number);
  world_items_string_free(name);
  return number * 2;
}
