package org.cleanplate.imagej.command;

import ij.IJ;
import ij.macro.Functions;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.extension.ExtFunctions;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.imagej.run.EngineHolder;

/**
 * <em>Plugins&gt;Background Matting&gt;Cleanplate Macro Extensions</em>: from then on the running
 * macro may call the functions {@code Ext.Cleanplate_...}.
 */
public final class MacroExtensionsCommand implements PlugIn {
  /** As the menu shows it. */
  public static final String COMMAND = "Cleanplate Macro Extensions";

  /** The command takes no options. */
  static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, List.of());

  private static final String HINT =
      "Write run(\""
          + COMMAND
          + "\"); into a macro: below that line it may call Ext.Cleanplate_help(\"\"); and the"
          + " functions that this explains";

  @Override
  public void run(String arg) {
    Launcher.launch(COMMAND, MacroExtensionsCommand::command);
  }

  static Command<MacroOptions> command() {
    return command(new ExtFunctions(EngineHolder::open, EngineHolder::close, IJ::log));
  }

  static Command<MacroOptions> command(ExtFunctions functions) {
    return new Command<>(
        COMMAND,
        SYNTAX::parse,
        () -> {
          IJ.showMessage(COMMAND, HINT + ".");
          return Optional.empty();
        },
        options -> "",
        Command.Work.silent((options, monitor) -> register(functions)));
  }

  private static void register(ExtFunctions functions) {
    if (Interpreter.getInstance() == null) {
      throw new MattingException("No macro is running. " + HINT);
    }
    Functions.registerExtensions(new ExtensionHandler(functions));
  }
}
