package org.cleanplate.imagej.extension;

import java.util.List;
import org.cleanplate.MattingException;

/**
 * What a macro handed over to a function, by the names of its parameters. ImageJ has checked the
 * types; here it is checked that nothing is missing.
 */
public final class ExtArguments {
  private final ExtFunction function;
  private final Object[] values;

  /**
   * @param values as ImageJ hands them over: String, Double, and arrays of one for outputs; missing
   *     ones are null
   * @throws MattingException if one is missing
   */
  ExtArguments(ExtFunction function, Object[] values) {
    this.function = function;
    this.values = values;
    List<ExtParameter> parameters = function.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (i >= values.length || values[i] == null) {
        throw new MattingException(
            "Argument "
                + (i + 1)
                + " of "
                + parameters.size()
                + " is missing, "
                + parameters.get(i).name()
                + ": write "
                + function.signature());
      }
    }
  }

  /** A text, which may be empty. */
  String text(String name) {
    return (String) value(name);
  }

  /**
   * A text that must say something.
   *
   * @throws MattingException if it is empty
   */
  String required(String name) {
    String text = text(name).strip();
    if (text.isEmpty()) {
      throw new MattingException("\"" + name + "\" is empty in " + function.signature());
    }
    return text;
  }

  /**
   * A whole number from {@code least} to {@code most}.
   *
   * @throws MattingException if it is another
   */
  int wholeNumber(String name, int least, int most) {
    double value = (Double) value(name);
    if (!(value >= least && value <= most && value == Math.rint(value))) {
      throw new MattingException(
          "\""
              + name
              + "\" is "
              + value
              + ", expected a whole number from "
              + least
              + " to "
              + most);
    }
    return (int) value;
  }

  /** Fills the macro's variable. */
  void set(String name, String text) {
    ((String[]) value(name))[0] = text;
  }

  /** Fills the macro's variable. */
  void set(String name, double number) {
    ((Double[]) value(name))[0] = number;
  }

  private Object value(String name) {
    for (int i = 0; i < values.length; i++) {
      if (function.parameters().get(i).name().equals(name)) {
        return values[i];
      }
    }
    throw new IllegalArgumentException(function.signature() + " has no parameter " + name);
  }
}
