#include "variants_cpp.h"

namespace exports::test::variants::cases {
Narrow EchoNarrow(Narrow value) { return value; }
Wide EchoWide(Wide value) { return value; }
Mixed EchoMixed(Mixed value) { return value; }
wit::vector<Mixed> EchoList(wit::vector<Mixed> values) { return values; }

struct NameOfCase {
  const char *operator()(const Mixed::Empty &) { return "empty"; }
  const char *operator()(const Mixed::Text &) { return "text"; }
  const char *operator()(const Mixed::Number &) { return "number"; }
  const char *operator()(const Mixed::Items &) { return "items"; }
  const char *operator()(const Mixed::Pair &) { return "pair"; }
};
wit::string NameOf(Mixed value) { return wit::string::from_view(std::visit(NameOfCase{}, value.variants)); }

Color Next(Color value) { return Color((uint8_t(value) + 1) % 3); }
}  // namespace exports::test::variants::cases
