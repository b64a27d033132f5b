// A plugin that shouts. bindings/text_filter.h is made of wit/world.wit and declares what is to be defined here.
#include "polyplug.h"
#include "text_filter.h"
#include <ctype.h>

// What is given is ours to free or to pass on; what is returned is freed once the host has read it.
bool exports_text_filter_transform(text_filter_string_t *text, text_filter_string_t *ret, text_filter_string_t *err) {
  if (text->len == 0) return polyplug_fail(err, "there is nothing to shout");
  for (size_t i = 0; i < text->len; i++) text->ptr[i] = (uint8_t)toupper(text->ptr[i]);
  *ret = *text;
  return true;
}
