package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import ij.text.TextWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cleanplate.engine.gpu.GpuReport;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.imagej.run.DeviceCheck;

/**
 * <em>Plugins&gt;Background Matting&gt;GPU Check</em>: what computes, and what CUDA lacks; in a
 * window, or in the Log of a macro.
 */
public final class GpuCheckCommand implements PlugIn {
  /** As the menu shows it. */
  public static final String COMMAND = "GPU Check";

  /** The command takes no options. */
  static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, List.of());

  @Override
  public void run(String arg) {
    Launcher.launch(COMMAND, GpuCheckCommand::command);
  }

  static Command<Consumer<GpuReport>> command() {
    return new Command<>(
        COMMAND,
        options -> {
          SYNTAX.parse(options);
          return GpuCheckCommand::log;
        },
        () -> Optional.of(GpuCheckCommand::show),
        shown -> "",
        (shown, monitor) -> {
          IJ.showStatus("Looking for CUDA...");
          GpuReport report = DeviceCheck.run();
          shown.accept(report);
          IJ.showStatus("");
          return Map.of("report", report.text());
        });
  }

  private static void log(GpuReport report) {
    report.lines().forEach(IJ::log);
  }

  private static void show(GpuReport report) {
    // The window does not break long lines.
    String text = report.text().replaceAll("(.{80,95}) ", "$1\n      ");
    new TextWindow(COMMAND, text, 760, 400);
  }
}
