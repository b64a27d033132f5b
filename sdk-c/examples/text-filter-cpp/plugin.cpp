// A text filter that shouts. "3 hey" becomes "HEY HEY HEY".
#include "polyplug.hpp"
#include "text_filter_cpp.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace {

std::expected<wit::string, wit::string> shout(std::string text) {
  if (text.empty()) return polyplug::fail("there is nothing to shout");
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return std::toupper(letter); });

  const auto space = text.find(' ');
  if (space == std::string::npos) return wit::string::from_view(text);
  unsigned times = 0;
  const char *word = text.data() + space;
  if (std::from_chars(text.data(), word, times).ptr != word) {
    return polyplug::fail("%.*s is no number", int(space), text.data());
  }
  polyplug_check(times <= 100, "nobody can shout %u times", times);

  std::string all;
  for (unsigned i = 0; i < times; i++) all += text.substr(i == 0 ? space + 1 : space);
  return wit::string::from_view(all);
}

}  // namespace

std::expected<wit::string, wit::string> exports::text_filter::Transform(wit::string text) {
  acme::text::log::Write(polyplug::format("C++ is asked to shout %zu bytes", text.size()).get_view());
  return shout(text.to_string());
}
