package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import ij.text.TextWindow;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanplate.imagej.macro.MacroCall;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.parameters.CheckBackgroundParameters;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.parameters.EvaluateMattingParameters;
import org.cleanplate.imagej.parameters.MatteLiveParameters;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.ModelsParameters;
import org.cleanplate.imagej.parameters.OpenVideoParameters;
import org.cleanplate.imagej.parameters.RepairBackgroundParameters;
import org.cleanplate.imagej.parameters.SaveVideoParameters;
import org.cleanplate.imagej.parameters.TrainModelParameters;
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

  /** What the commands of the menu understand. */
  static final List<MacroSyntax> SYNTAXES =
      List.of(
          MatteStackParameters.SYNTAX,
          MatteVideoParameters.SYNTAX,
          MatteLiveParameters.SYNTAX,
          BatchMatteParameters.SYNTAX,
          EstimateBackgroundParameters.SYNTAX,
          CheckBackgroundParameters.SYNTAX,
          RepairBackgroundParameters.SYNTAX,
          TrainModelParameters.SYNTAX,
          EvaluateMattingParameters.SYNTAX,
          OpenVideoParameters.SYNTAX,
          SaveVideoParameters.SYNTAX,
          ModelsParameters.SYNTAX,
          MacroExtensionsCommand.SYNTAX);

  @Override
  public void run(String arg) {
    if (MacroCall.options().isPresent()) {
      text().lines().forEach(IJ::log);
    } else {
      new TextWindow("About Cleanplate", text(), 760, 520);
    }
  }

  /** The whole page. */
  static String text() {
    return """
        Cleanplate %s: background matting for ImageJ and Fiji
        ImageJ %s, Java %s, %s %s

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
            CITATION,
            SYNTAXES.stream().map(MacroSyntax::help).collect(Collectors.joining("\n")),
            MacroReference.functions().stream()
                .map(function -> "  " + function.signature())
                .collect(Collectors.joining("\n")));
  }
}
