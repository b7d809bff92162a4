package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import ij.text.TextWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cleanplate.engine.ort.OrtCuda;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.imagej.run.Libraries;
import org.cleanplate.imagej.run.Version;

/**
 * <em>Plugins&gt;Background Matting&gt;About Cleanplate</em>: versions, licence, citation, macro
 * keys.
 */
public final class AboutCommand implements PlugIn {
  private static final String CITATION =
      """
      @inproceedings{lin2021real,
        title     = {Real-Time High-Resolution Background Matting},
        author    = {Lin, Shanchuan and Ryabtsev, Andrey and Sengupta, Soumyadip and
                     Curless, Brian and Seitz, Steve and Kemelmacher-Shlizerman, Ira},
        booktitle = {Computer Vision and Pattern Recognition (CVPR)},
        year      = {2021}
      }
      """;

  /** As the menu shows it. */
  public static final String COMMAND = "About Cleanplate";

  /** The command takes no options. */
  static final MacroSyntax SYNTAX = new MacroSyntax(COMMAND, List.of());

  @Override
  public void run(String arg) {
    Launcher.launch(COMMAND, AboutCommand::command);
  }

  static Command<Consumer<String>> command() {
    return new Command<>(
        COMMAND,
        options -> {
          SYNTAX.parse(options);
          return page -> page.lines().forEach(IJ::log);
        },
        () -> Optional.of(page -> new TextWindow(COMMAND, page, 760, 520)),
        shown -> "",
        (shown, monitor) -> {
          shown.accept(text());
          return Map.of("text", text());
        });
  }

  /** The whole page. */
  static String text() {
    return """
    Cleanplate %s: background matting for ImageJ and Fiji
    ImageJ %s, Java %s, %s %s
    %s
    Mattes are computed on: %s

    Given a stack or a video and a picture of the same scene without its subject,
    it computes the subject's soft alpha and its true foreground colour.

    Licence: MIT.

    Please cite the method:

    %s
    In macros:

    %s
    Functions, explained by Ext.Cleanplate_help(""):

    %s
    """
        .formatted(
            Version.current(),
            IJ.getVersion(),
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Libraries.versions().entrySet().stream()
                .map(library -> library.getKey() + " " + library.getValue())
                .collect(Collectors.joining(", ")),
            new OrtCuda().automaticDevice(),
            CITATION,
            MenuCommands.syntaxes().stream()
                .map(MacroSyntax::help)
                .collect(Collectors.joining("\n")),
            MacroReference.functions().stream()
                .map(function -> "  " + function.signature())
                .collect(Collectors.joining("\n")));
  }
}
