package org.cleanplate.imagej.extension;

import ij.macro.ExtensionDescriptor;
import ij.macro.MacroExtension;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanplate.imagej.run.RunMonitor;

/**
 * One function that a macro may call.
 *
 * @param name without {@code Ext.}
 * @param parameters in order; all must be given
 * @param help what it does, one line
 * @param body does it
 */
public record ExtFunction(String name, List<ExtParameter> parameters, String help, Body body) {
  /** How the names of all functions begin. */
  static final String PREFIX = "Cleanplate_";

  public ExtFunction {
    parameters = List.copyOf(parameters);
  }

  /** The work of a function. */
  @FunctionalInterface
  public interface Body {
    void call(ExtArguments arguments, RunMonitor monitor) throws IOException;
  }

  /** How it is called: {@code Ext.Cleanplate_open(model, device)}. */
  public String signature() {
    return parameters.stream()
        .map(ExtParameter::name)
        .collect(Collectors.joining(", ", "Ext." + name + "(", ")"));
  }

  /** What ImageJ checks; how many arguments there are, {@link ExtArguments} tells better. */
  public ExtensionDescriptor descriptor(MacroExtension handler) {
    int[] types = new int[parameters.size()];
    for (int i = 0; i < types.length; i++) {
      int optional = i == 0 ? 0 : MacroExtension.ARG_OPTIONAL;
      types[i] = parameters.get(i).kind().imagejType() | optional;
    }
    return ExtensionDescriptor.newDescriptor(name, handler, types);
  }

  /**
   * What a macro handed over, checked.
   *
   * @throws org.cleanplate.MattingException if something is missing
   */
  public ExtArguments arguments(Object[] values) {
    return new ExtArguments(this, values);
  }

  /** Signature, purpose and parameters, as the Log shows them. */
  public String describe() {
    return parameters.stream()
        .map(
            parameter ->
                "\n    "
                    + parameter.name()
                    + " ("
                    + parameter.kind().words()
                    + "): "
                    + parameter.help())
        .collect(Collectors.joining("", signature() + "\n  " + help, ""));
  }
}
