// What a plugin in C++ needs beside the bindings of its contract, and beside polyplug.h: C++23, no exceptions.
//
// Who frees what is said by types here: `wit::string` and `wit::vector` own their memory and free it, `std::string_view`
// and `std::span` look at somebody else's. `wit::string(pointer, length)` takes over memory of `malloc`: for text of your
// own it is `wit::string::from_view`, or `polyplug::format`.
#pragma once

#include <expected>
#include <string_view>

#include "polyplug.h"
#include "wit.h"

namespace polyplug {

/// As `format`, for functions of your own that take `...`.
[[gnu::format(printf, 1, 0)]] inline wit::string format_list(const char *format, va_list arguments) {
  std::uint8_t *text;
  std::size_t length;
  polyplug_format_list_(&text, &length, format, arguments);
  return wit::string(reinterpret_cast<const char *>(text), length);
}

/// A string for the bindings, written as printf does.
[[gnu::format(printf, 1, 2)]] inline wit::string format(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  wit::string text = format_list(format, arguments);
  va_end(arguments);
  return text;
}

/// The error of a `result<..., string>`: `return polyplug::fail("no colour is called %s", name);`
[[gnu::format(printf, 1, 2)]] inline std::unexpected<wit::string> fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  wit::string message = format_list(format, arguments);
  va_end(arguments);
  return std::unexpected(std::move(message));
}

}  // namespace polyplug
