// Calls a function of the host that this test does not define, and so ends with a message, as native.ts expects.
#include "text_filter.h"

bool exports_text_filter_transform(text_filter_string_t *text, text_filter_string_t *ret, text_filter_string_t *err) {
  (void)err;
  *ret = *text;
  return true;
}

int main(void) {
  text_filter_string_t line;
  text_filter_string_set(&line, "hello");
  acme_text_log_write(&line);
}
