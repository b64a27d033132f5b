// A plugin that shouts. bindings/text_filter_cpp.h is made of wit/world.wit and declares what is to be defined here.
#include "polyplug.hpp"
#include "text_filter_cpp.h"
#include <algorithm>
#include <cctype>

std::expected<wit::string, wit::string> exports::text_filter::Transform(wit::string text) {
  if (text.empty()) return polyplug::fail("there is nothing to shout");
  std::string loud = text.to_string();
  std::transform(loud.begin(), loud.end(), loud.begin(), [](unsigned char letter) { return std::toupper(letter); });
  return wit::string::from_view(loud);
}
