package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cleanplate.imagej.macro.MacroOptions;

/** Reads a number of bits, one of a few. */
final class BitDepth {
  private BitDepth() {}

  static OptionalInt read(MacroOptions options, String key, List<Integer> allowed) {
    OptionalInt bits = options.integer(key, 1);
    if (bits.isPresent() && !allowed.contains(bits.getAsInt())) {
      throw options.wrong(
          key,
          Integer.toString(bits.getAsInt()),
          allowed.stream().map(String::valueOf).collect(Collectors.joining(" or ")));
    }
    return bits;
  }
}
