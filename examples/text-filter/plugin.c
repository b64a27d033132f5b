#include "text_filter.h"
#include <ctype.h>

bool exports_text_filter_transform(text_filter_string_t *text, text_filter_string_t *ret, text_filter_string_t *err) {
  text_filter_string_t line;
  text_filter_string_set(&line, "C is asked to shout");
  acme_text_log_write(&line);
  if (text->len == 0) {
    text_filter_string_dup(err, "there is nothing to shout");
    return false;
  }
  for (size_t i = 0; i < text->len; i++) text->ptr[i] = (uint8_t)toupper(text->ptr[i]);
  *ret = *text;
  return true;
}
