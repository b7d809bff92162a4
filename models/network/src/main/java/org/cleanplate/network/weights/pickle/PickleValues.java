package org.cleanplate.network.weights.pickle;

import java.util.List;
import org.cleanplate.MattingException;

/**
 * Takes values of a pickle apart, with an error in words where they are not what they should be.
 */
public final class PickleValues {
  private PickleValues() {}

  /**
   * The value at an index, which must be of a type.
   *
   * @param what what is being read, for the message: "a tensor"
   * @throws MattingException if there is none or it is of another type
   */
  public static <T> T argument(List<?> arguments, int index, Class<T> type, String what) {
    if (index >= arguments.size()) {
      throw new MattingException(
          what + " is described by " + arguments.size() + " values, expected more");
    }
    return value(arguments.get(index), type, what);
  }

  /**
   * A value, which must be of a type.
   *
   * @throws MattingException if it is of another type
   */
  public static <T> T value(Object value, Class<T> type, String what) {
    if (!type.isInstance(value)) {
      throw new MattingException(
          what + " holds " + kindOf(value) + " where " + type.getSimpleName() + " belongs");
    }
    return type.cast(value);
  }

  /**
   * A list of whole numbers, none negative.
   *
   * @throws MattingException if it holds anything else
   */
  public static long[] sizes(Object list, String what) {
    List<?> numbers = value(list, List.class, what);
    long[] sizes = new long[numbers.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size(numbers.get(i), what);
    }
    return sizes;
  }

  /**
   * A whole number that is not negative.
   *
   * @throws MattingException if it is anything else
   */
  public static long size(Object number, String what) {
    long size = value(number, Long.class, what);
    if (size < 0) {
      throw new MattingException(what + " has a negative size, " + size);
    }
    return size;
  }

  /** What a value is, for a message. */
  public static String kindOf(Object value) {
    if (value instanceof PickleObject object) {
      return "an object of " + object.className();
    }
    if (value instanceof PickleClass named) {
      return "the class " + named.name();
    }
    return value.getClass().getSimpleName();
  }
}
