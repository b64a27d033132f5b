// A class behind a resource is the guest's own to define: what wit-bindgen writes here by itself has no members.
#pragma once
#include "wit.h"

namespace exports::test::keywords::class_ {
class Struct : public wit::ResourceExportBase<Struct> {
public:
  uint8_t value;

  explicit Struct(uint8_t class_) : value(class_) {}
  static Owned New(uint8_t class_) { return Owned(new Struct(class_)); }
  static void Dtor(Struct *self) { delete self; }
  uint8_t Delete() { return value; }
  uint8_t Typeof(uint8_t void_) { return value + void_; }

  static int32_t ResourceNew(Struct *self);
  static Struct *ResourceRep(int32_t id);
  static void ResourceDrop(int32_t id);
};
}  // namespace exports::test::keywords::class_
