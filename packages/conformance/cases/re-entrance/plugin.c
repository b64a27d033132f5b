#include "re_entrance.h"

void exports_re_entrance_enter(re_entrance_string_t *ret) { test_re_entrance_host_call_back(ret); }

void exports_re_entrance_hello(re_entrance_string_t *ret) { re_entrance_string_dup(ret, "hello"); }
