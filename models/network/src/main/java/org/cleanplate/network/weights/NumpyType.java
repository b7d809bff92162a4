package org.cleanplate.network.weights;

import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleValues;

/** A numpy {@code dtype}. */
record NumpyType(ElementType type) {
  private static final Map<String, ElementType> CODES =
      Map.of(
          "f8", ElementType.F64,
          "f4", ElementType.F32,
          "f2", ElementType.F16,
          "i8", ElementType.I64,
          "i4", ElementType.I32,
          "i2", ElementType.I16,
          "i1", ElementType.I8,
          "u1", ElementType.U8,
          "b1", ElementType.BOOL);

  /**
   * The type of a code such as {@code f4}.
   *
   * @throws MattingException if it is none of numbers
   */
  static NumpyType of(String code) {
    ElementType type = CODES.get(code);
    if (type == null) {
      throw new MattingException("an array is of numpy type " + code + ", expected f4");
    }
    return new NumpyType(type);
  }

  /**
   * Checks the state that numpy writes for a type: its second value is the byte order.
   *
   * @throws MattingException if that is big-endian
   */
  static void checkState(Object state) {
    String what = "an array's type";
    List<?> parts = PickleValues.value(state, List.class, what);
    String order = PickleValues.argument(parts, 1, String.class, what);
    if (!order.equals("<") && !order.equals("|")) {
      throw new MattingException(
          "an array has the byte order \"" + order + "\", expected little-endian, \"<\"");
    }
  }
}
