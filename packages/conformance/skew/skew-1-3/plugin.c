#include "skew.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef exports_test_skew_filter_summary_t summary;

void exports_test_skew_filter_shorten(skew_string_t *text, exports_test_skew_filter_options_t *options, summary *ret) {
  *ret = (summary){*text, text->len, EXPORTS_TEST_SKEW_FILTER_VERDICT_KEPT, {true, 0}};
  if (text->len > options->width) {
    char said[16];
    ret->removed.val = text->len - options->width;
    skew_string_t line = {(uint8_t *)said, sprintf(said, "cut %u", (unsigned)ret->removed.val)}, place;
    skew_string_set(&place, "filter");
    test_skew_log_write(TEST_SKEW_LOG_LEVEL_WARNING, &line, &place);
    skew_string_t end = options->ellipsis.is_some ? options->ellipsis.val : (skew_string_t){};
    ret->length = ret->text.len = options->width + end.len;
    ret->text.ptr = realloc(ret->text.ptr, ret->length);
    memcpy(ret->text.ptr + options->width, end.ptr, end.len);
    ret->verdict = EXPORTS_TEST_SKEW_FILTER_VERDICT_CUT;
  }
  skew_option_string_free(&options->ellipsis);
}
