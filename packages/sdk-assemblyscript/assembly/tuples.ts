/** The tuples of a contract, by how many values they have. */
export class Tuple1<T0> {
  constructor(public f0: T0) {}
}
export class Tuple2<T0, T1> {
  constructor(
    public f0: T0,
    public f1: T1,
  ) {}
}
export class Tuple3<T0, T1, T2> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
  ) {}
}
export class Tuple4<T0, T1, T2, T3> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
  ) {}
}
export class Tuple5<T0, T1, T2, T3, T4> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
  ) {}
}
export class Tuple6<T0, T1, T2, T3, T4, T5> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
  ) {}
}
export class Tuple7<T0, T1, T2, T3, T4, T5, T6> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
  ) {}
}
export class Tuple8<T0, T1, T2, T3, T4, T5, T6, T7> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
  ) {}
}
export class Tuple9<T0, T1, T2, T3, T4, T5, T6, T7, T8> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
  ) {}
}
export class Tuple10<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
  ) {}
}
export class Tuple11<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
  ) {}
}
export class Tuple12<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
  ) {}
}
export class Tuple13<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
  ) {}
}
export class Tuple14<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
    public f13: T13,
  ) {}
}
export class Tuple15<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
    public f13: T13,
    public f14: T14,
  ) {}
}
export class Tuple16<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
    public f13: T13,
    public f14: T14,
    public f15: T15,
  ) {}
}
export class Tuple17<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
    public f13: T13,
    public f14: T14,
    public f15: T15,
    public f16: T16,
  ) {}
}
export class Tuple18<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
    public f13: T13,
    public f14: T14,
    public f15: T15,
    public f16: T16,
    public f17: T17,
  ) {}
}
export class Tuple19<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
    public f13: T13,
    public f14: T14,
    public f15: T15,
    public f16: T16,
    public f17: T17,
    public f18: T18,
  ) {}
}
export class Tuple20<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18, T19> {
  constructor(
    public f0: T0,
    public f1: T1,
    public f2: T2,
    public f3: T3,
    public f4: T4,
    public f5: T5,
    public f6: T6,
    public f7: T7,
    public f8: T8,
    public f9: T9,
    public f10: T10,
    public f11: T11,
    public f12: T12,
    public f13: T13,
    public f14: T14,
    public f15: T15,
    public f16: T16,
    public f17: T17,
    public f18: T18,
    public f19: T19,
  ) {}
}
