package org.cleanplate.imagej.command;

import ij.macro.ExtensionDescriptor;
import ij.macro.MacroExtension;
import java.util.Optional;
import org.cleanplate.imagej.extension.ExtFunction;
import org.cleanplate.imagej.extension.ExtFunctions;
import org.cleanplate.imagej.macro.MacroCall;
import org.cleanplate.imagej.run.Failures;

/** What ImageJ calls when a macro calls one of the functions; a failure ends the macro. */
final class ExtensionHandler implements MacroExtension {
  private final ExtFunctions functions;

  ExtensionHandler(ExtFunctions functions) {
    this.functions = functions;
  }

  @Override
  public ExtensionDescriptor[] getExtensionFunctions() {
    return functions.list().stream()
        .map(function -> function.descriptor(this))
        .toArray(ExtensionDescriptor[]::new);
  }

  @Override
  public String handleExtension(String name, Object[] arguments) {
    ExtFunction function = functions.find(name).orElseThrow();
    Object[] given = arguments == null ? new Object[0] : arguments;
    try {
      new Command<>(
              "Ext." + name,
              options -> function.arguments(given),
              Optional::empty,
              parsed -> "",
              Command.Work.silent(function.body()::call))
          .run(Optional.of(""));
      return null;
    } catch (LinkageError e) {
      throw MacroCall.abort("Ext." + name, Failures.message(e));
    }
  }
}
