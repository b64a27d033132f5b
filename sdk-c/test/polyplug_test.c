// The helpers of polyplug.h, with a struct as the bindings of any world have it.
#include "polyplug.h"

#include <assert.h>

typedef struct {
  uint8_t *ptr;
  size_t len;
} example_string_t;

static example_string_t literal(const char *text) {
  return (example_string_t){(uint8_t *)text, strlen(text)};
}

static void strings_equal_what_they_say(void) {
  example_string_t name = literal("größe");
  assert(polyplug_equals(&name, "größe"));
  assert(!polyplug_equals(&name, "größ"));
  assert(!polyplug_equals(&name, "größen"));
  example_string_t empty = {NULL, 0};
  assert(polyplug_equals(&empty, ""));
  assert(!polyplug_equals(&empty, "a"));
}

static void strings_become_those_of_c_and_back(void) {
  example_string_t part = literal("hello");
  part.len = 4;
  char *copy = polyplug_c_string(&part);
  assert(strcmp(copy, "hell") == 0);
  free(copy);

  example_string_t made;
  polyplug_format(&made, "%.*s, %d", POLYPLUG_TEXT(&part), 7);
  assert(polyplug_equals(&made, "hell, 7"));
  free(made.ptr);

  example_string_t empty = {NULL, 0};
  copy = polyplug_c_string(&empty);
  assert(*copy == '\0');
  free(copy);
  polyplug_format(&made, "%.*s", POLYPLUG_TEXT(&empty));
  assert(made.len == 0);
  free(made.ptr);
}

static bool half(int number, int *ret, example_string_t *err) {
  if (number % 2 != 0) return polyplug_fail(err, "%d is odd", number);
  *ret = number / 2;
  return true;
}

static void errors_are_results(void) {
  int ret;
  example_string_t err;
  assert(half(8, &ret, &err) && ret == 4);
  assert(!half(7, &ret, &err) && polyplug_equals(&err, "7 is odd"));
  free(err.ptr);
}

static example_string_t heard;

static void hear(example_string_t *line) { polyplug_format(&heard, "%.*s", POLYPLUG_TEXT(line)); }

static void lines_reach_the_host(void) {
  if (heard.len == 0) polyplug_tell(example_string_t, hear, "%s %d", "line", 1);
  assert(polyplug_equals(&heard, "line 1"));
  free(heard.ptr);
}

static void checks_that_hold_do_nothing(void) {
  int asked = 0;
  polyplug_check(++asked == 1, "asked %d times", asked);
  assert(asked == 1);
}

int main(void) {
  strings_equal_what_they_say();
  strings_become_those_of_c_and_back();
  errors_are_results();
  lines_reach_the_host();
  checks_that_hold_do_nothing();
  puts("5 passed, 0 failed");
}
