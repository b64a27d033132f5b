/*
 * What a plugin in C or C++ needs beside the bindings of its contract: text, errors, panics. A header alone, C11 or C++17.
 *
 * Strings of the bindings are a pointer and a length in bytes, UTF-8, without a NUL at their end. Each world has its own
 * struct for them, so what takes a string here is a macro that takes a pointer to any of those structs.
 *
 * Who frees what:
 *
 *   - A parameter of a function that you export is yours. Free it (`text_filter_string_free(text)`), or give it on:
 *     `*ret = *text`.
 *   - What you write to `ret` or `err` is the host's. It must come from `malloc` and friends, as everything that is made
 *     here does: once the host has read it, the bindings free it (the function `cabi_post_...`). Never a literal.
 *   - A parameter of a function that you import stays yours. A literal will do: `text_filter_string_set(&line, "hello")`.
 *   - What an imported function gives you is yours to free.
 *   - An empty string may have any pointer, NULL too; nobody frees it.
 *
 * Whatever writes as printf does costs 15 KB of code, once.
 */
#ifndef POLYPLUG_H
#define POLYPLUG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* For `%.*s` of printf and all that is like it: `polyplug_panic("no %.*s", POLYPLUG_TEXT(name))`. */
#define POLYPLUG_TEXT(string) (int)(string)->len, (const char *)(string)->ptr

/* Whether a string says what a C string says. */
#define polyplug_equals(string, text) polyplug_equals_((string)->ptr, (string)->len, (text))

/* A copy with a NUL at its end, yours to free. C takes a NUL within it for the end. */
#define polyplug_c_string(string) polyplug_c_string_((string)->ptr, (string)->len)

/* Writes a new string as printf does, the host's or yours to free. Panics if there is no memory for it. */
#define polyplug_format(string, ...) polyplug_format_(&(string)->ptr, &(string)->len, __VA_ARGS__)

/* The error of a `result<..., string>`: `return polyplug_fail(err, "no colour is called %s", name);` */
#define polyplug_fail(err, ...) (polyplug_format(err, __VA_ARGS__), false)

/*
 * Tells the host a line by a function that the contract has for that, and frees it again. `type` is the bindings' struct:
 *
 *     #define LOG(...) polyplug_tell(text_filter_string_t, acme_text_log_write, __VA_ARGS__)
 */
#define polyplug_tell(type, function, ...)      \
  do {                                          \
    type polyplug_line_;                        \
    polyplug_format(&polyplug_line_, __VA_ARGS__); \
    function(&polyplug_line_);                  \
    free(polyplug_line_.ptr);                   \
  } while (0)

/*
 * Ends the plugin for a mistake of its own: `plugin.c:12: transform: nobody can shout 101 times` goes to stderr, and the
 * plugin traps. Where the host has not granted stderr, that line is in its error. For what the contract calls a result,
 * return an error instead.
 */
#define polyplug_panic(...) polyplug_panic_(__FILE__, __LINE__, __func__, __VA_ARGS__)

/* Panics with the message that follows, unless the condition holds; with NDEBUG too, as it is no assertion. */
#define polyplug_check(condition, ...) ((condition) ? (void)0 : polyplug_panic(__VA_ARGS__))

/* From here on: what the macros are made of. */

__attribute__((__noreturn__, __format__(__printf__, 4, 5), __unused__)) static void polyplug_panic_(
    const char *file, int line, const char *function, const char *format, ...) {
  fprintf(stderr, "%s:%d: %s: ", file, line, function);
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  abort();
}

__attribute__((__unused__)) static bool polyplug_equals_(const uint8_t *ptr, size_t len, const char *text) {
  return strlen(text) == len && (len == 0 || memcmp(ptr, text, len) == 0);
}

__attribute__((__unused__)) static char *polyplug_c_string_(const uint8_t *ptr, size_t len) {
  char *text = (char *)malloc(len + 1);
  if (text == NULL) polyplug_panic("no memory for a string of %zu bytes", len);
  if (len > 0) memcpy(text, ptr, len);
  text[len] = '\0';
  return text;
}

__attribute__((__format__(__printf__, 3, 0), __unused__)) static void polyplug_format_list_(
    uint8_t **ptr, size_t *len, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int needed = vsnprintf(NULL, 0, format, again);
  va_end(again);
  if (needed < 0) polyplug_panic("cannot format \"%s\"", format);
  char *text = (char *)malloc((size_t)needed + 1);
  if (text == NULL) polyplug_panic("no memory for a string of %d bytes", needed);
  vsnprintf(text, (size_t)needed + 1, format, arguments);
  *ptr = (uint8_t *)text;
  *len = (size_t)needed;
}

__attribute__((__format__(__printf__, 3, 4), __unused__)) static void polyplug_format_(
    uint8_t **ptr, size_t *len, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  polyplug_format_list_(ptr, len, format, arguments);
  va_end(arguments);
}

#ifdef __cplusplus
}
#endif
#endif
