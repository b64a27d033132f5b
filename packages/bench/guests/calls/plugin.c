#include "calls.h"

uint32_t exports_calls_add(uint32_t a, uint32_t b) { return a + b; }

void exports_calls_echo(calls_string_t *text, calls_string_t *ret) { *ret = *text; }

void exports_calls_echo_bytes(calls_list_u8_t *data, calls_list_u8_t *ret) { *ret = *data; }

void exports_calls_echo_rows(calls_list_row_t *rows, calls_list_row_t *ret) { *ret = *rows; }

uint32_t exports_calls_tick_often(uint32_t times) {
  uint32_t n = 0;
  while (times-- > 0) n = calls_tick(n);
  return n;
}

void exports_calls_note_often(uint32_t times) {
  calls_string_t text = {(uint8_t *)"notes", 5};
  while (times-- > 0) calls_note(&text);
}
