// Runs the plugin natively. What the host would provide is defined here.
#include "polyplug.h"
#include "text_filter.h"

#include <assert.h>

static char *told;

void acme_text_log_write(text_filter_string_t *line) {
  free(told);
  told = polyplug_c_string(line);
}

// What transform makes of a text, be it a result or an error.
static bool transform(const char *text, text_filter_string_t *made) {
  text_filter_string_t argument;
  text_filter_string_dup(&argument, text);
  return exports_text_filter_transform(&argument, made, made);
}

static void shouts_and_tells_the_host(void) {
  text_filter_string_t made;
  assert(transform("2 hey", &made));
  assert(polyplug_equals(&made, "HEY HEY"));
  assert(strcmp(told, "C is asked to shout 5 bytes") == 0);
  text_filter_string_free(&made);
}

static void refuses_what_it_cannot_shout(void) {
  text_filter_string_t made;
  assert(!transform("", &made));
  assert(polyplug_equals(&made, "there is nothing to shout"));
  text_filter_string_free(&made);
  assert(!transform("x hey", &made));
  assert(polyplug_equals(&made, "X is no number"));
  text_filter_string_free(&made);
}

int main(void) {
  shouts_and_tells_the_host();
  refuses_what_it_cannot_shout();
  puts("2 passed, 0 failed");
}
