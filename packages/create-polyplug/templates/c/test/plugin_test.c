// Runs the plugin natively. What it imports of its host would be defined here.
#include "polyplug.h"
#include "text_filter.h"
#include <assert.h>

// What transform makes of a text, be it a result or an error.
static bool transform(const char *text, text_filter_string_t *made) {
  text_filter_string_t argument;
  text_filter_string_dup(&argument, text);
  return exports_text_filter_transform(&argument, made, made);
}

int main(void) {
  text_filter_string_t made;

  assert(transform("hello", &made));
  assert(polyplug_equals(&made, "HELLO"));
  text_filter_string_free(&made);

  assert(!transform("", &made));
  assert(polyplug_equals(&made, "there is nothing to shout"));
  text_filter_string_free(&made);

  puts("2 passed");
}
