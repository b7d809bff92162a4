package org.cleanplate.imagej.parameters;

import java.util.List;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Open Video as Virtual Stack...</em>.
 *
 * @param video the path of a video
 * @param deinterlace whether woven fields are made whole pictures
 * @param jumps whether frames far behind a key frame get copies
 */
public record OpenVideoParameters(String video, boolean deinterlace, JumpChoice jumps) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Open Video as Virtual Stack...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              new MacroKey("video", "path", "a video that FFmpeg can read"),
              MacroKey.flag("deinterlace", "makes whole pictures of woven fields"),
              JumpChoice.macroKey()));

  /**
   * Reads the option string of a macro.
   *
   * @throws org.cleanplate.MattingException if it holds anything that is not understood
   */
  public static OpenVideoParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    return new OpenVideoParameters(
        options.required("video"), options.has("deinterlace"), JumpChoice.read(options));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine().add("video", video).flag("deinterlace", deinterlace);
    if (jumps != JumpChoice.AUTO) {
      line.add("jumps", jumps.key());
    }
    return line.toString();
  }
}
