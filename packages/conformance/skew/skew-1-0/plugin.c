#include "skew.h"
#include <stdio.h>

typedef exports_test_skew_filter_summary_t summary;

void exports_test_skew_filter_shorten(skew_string_t *text, exports_test_skew_filter_options_t *options, summary *ret) {
  *ret = (summary){*text, text->len, EXPORTS_TEST_SKEW_FILTER_VERDICT_KEPT};
  if (text->len <= options->width) return;
  char said[16];
  skew_string_t line = {(uint8_t *)said, sprintf(said, "cut %zu", text->len - options->width)};
  test_skew_log_write(TEST_SKEW_LOG_LEVEL_WARNING, &line);
  ret->text.len = ret->length = options->width;
  ret->verdict = EXPORTS_TEST_SKEW_FILTER_VERDICT_CUT;
}
