package org.cleanplate.fiji.studio.options;

import java.util.Locale;

/**
 * Where the clean plate may come from, as a list offers it.
 *
 * @param kind what else there is to choose
 * @param label what people read
 * @param value what the macro key says, without a number that is chosen beside the list
 */
record PlateEntry(Kind kind, String label, String value) {
  static final PlateEntry QUANTILE =
      new PlateEntry(Kind.QUANTILE, "Estimate: quantile", "quantile");
  static final PlateEntry SLICE = new PlateEntry(Kind.SLICE, "Slice of the source", "slice");
  static final PlateEntry BROWSE = new PlateEntry(Kind.BROWSE, "Picture, video or folder...", "");

  /** What else there is to choose. */
  enum Kind {
    /** Nothing. */
    WHOLE,
    QUANTILE,
    SLICE,
    /** A file, of which the list knows nothing yet. */
    BROWSE
  }

  /** One that is chosen by its name alone. */
  static PlateEntry named(String label, String value) {
    return new PlateEntry(Kind.WHOLE, label, value);
  }

  /** Whether a value of the macro key is this entry, whatever number it names. */
  boolean stands(String text) {
    return switch (kind) {
      case WHOLE -> text.equals(value);
      case QUANTILE, SLICE -> text.toLowerCase(Locale.ROOT).matches(value + "\\s*[\\d.]+");
      case BROWSE -> false;
    };
  }

  @Override
  public String toString() {
    return label;
  }
}
