#include <cstdint>
#include <type_traits>

// Unsigned arithmetic wraps on overflow, where signed arithmetic would be undefined.
template <typename Number>
static constexpr Number wrapping_add(Number a, Number b) {
  using Unsigned = std::make_unsigned_t<Number>;
  return static_cast<Number>(static_cast<Unsigned>(a) + static_cast<Unsigned>(b));
}

// C linkage gives the function the name it has here. An export has no overloads, so its types are said exactly.
extern "C" [[clang::export_name("adder")]]
std::int32_t adder(std::int32_t a, std::int32_t b) {
  return wrapping_add(a, b);
}
