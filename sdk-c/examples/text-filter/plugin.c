// A text filter that shouts. "3 hey" becomes "HEY HEY HEY".
#include "polyplug.h"
#include "text_filter.h"

#include <ctype.h>

#define LOG(...) polyplug_tell(text_filter_string_t, acme_text_log_write, __VA_ARGS__)

static bool shout(char *text, text_filter_string_t *ret, text_filter_string_t *err) {
  if (*text == '\0') return polyplug_fail(err, "there is nothing to shout");
  for (char *at = text; *at != '\0'; at++) *at = (char)toupper((unsigned char)*at);

  char *word = strchr(text, ' ');
  if (word == NULL) {
    polyplug_format(ret, "%s", text);
    return true;
  }
  char *end;
  unsigned long times = strtoul(text, &end, 10);
  if (end != word) return polyplug_fail(err, "%.*s is no number", (int)(word - text), text);
  polyplug_check(times <= 100, "nobody can shout %lu times", times);

  char *all = calloc(times, strlen(word) + 1);
  polyplug_check(all != NULL, "no memory to shout %lu times", times);
  for (unsigned long i = 0; i < times; i++) strcat(all, word);
  polyplug_format(ret, "%s", times == 0 ? "" : all + 1);
  free(all);
  return true;
}

bool exports_text_filter_transform(text_filter_string_t *text, text_filter_string_t *ret, text_filter_string_t *err) {
  LOG("C is asked to shout %zu bytes", text->len);
  char *own = polyplug_c_string(text);
  bool is_ok = shout(own, ret, err);
  free(own);
  text_filter_string_free(text);
  return is_ok;
}
