// The helpers of polyplug.hpp.
#include "polyplug.hpp"

#include <cassert>

static void text_is_written_as_printf_does() {
  assert(polyplug::format("%s, %d", "größe", 7).get_view() == "größe, 7");
  assert(polyplug::format("%s", "").empty());
}

static std::expected<int, wit::string> half(int number) {
  if (number % 2 != 0) return polyplug::fail("%d is odd", number);
  return number / 2;
}

static void errors_are_results() {
  assert(half(8).value() == 4);
  assert(half(7).error().get_view() == "7 is odd");
}

int main() {
  text_is_written_as_printf_does();
  errors_are_results();
  polyplug_check(true, "is there in C++ as well");
  std::puts("2 passed, 0 failed");
}
