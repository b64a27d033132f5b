#include <cstdint>

// A plugin with a mistake in it, three calls deep. Nothing is inlined, so that each call is a frame of its own.
namespace ledger {

[[gnu::noinline]] static std::int32_t divide_exactly(std::int32_t amount, std::int32_t parts) {
  if (parts == 0) __builtin_trap();
  return amount / parts;
}

struct Account {
  std::int32_t balance;

  [[gnu::noinline]] std::int32_t share(std::int32_t heirs) const { return divide_exactly(balance, heirs); }
};

}  // namespace ledger

// Divides a by b, and traps when b is zero.
extern "C" [[clang::export_name("divide")]]
std::int32_t divide(std::int32_t a, std::int32_t b) {
  return ledger::Account{a}.share(b);
}
