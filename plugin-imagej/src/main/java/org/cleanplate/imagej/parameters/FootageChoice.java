package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * Footage to fine-tune on: its plate, and the corrected mattes of some of its frames.
 *
 * @param footage the title or id of an open stack, or the path of a file or a folder of pictures
 * @param background its clean plate
 * @param corrected the corrected alphas: an open stack, a file, or a folder of pictures
 * @param frames the frames that they are of; empty if there is one for each frame
 */
public record FootageChoice(
    String footage, BackgroundChoice background, String corrected, Optional<FrameNumbers> frames) {
  private static final String FOOTAGE = "footage";
  private static final String BACKGROUND = "background";
  private static final String CORRECTED = "corrected";
  private static final String FRAMES = "frames";

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey(
            FOOTAGE,
            "title|path",
            "a stack or video to fine-tune on, instead of folders; goes into run_folder/footage"),
        new MacroKey(
            BACKGROUND,
            BackgroundChoice.USAGE,
            "the clean plate of footage=, as in Matte Stack...; default median"),
        new MacroKey(
            CORRECTED, "title|path", "a stack or folder of corrected alphas of frames of footage="),
        new MacroKey(
            FRAMES,
            FrameNumbers.USAGE,
            "the frames of footage= that corrected= is of; default all of them"));
  }

  /**
   * Reads the keys.
   *
   * @return empty if no footage is given
   * @throws MattingException if a key is missing or would have no effect
   */
  static Optional<FootageChoice> read(MacroOptions options) {
    if (!options.has(FOOTAGE)) {
      List.of(BACKGROUND, CORRECTED, FRAMES)
          .forEach(key -> options.refuse(key, "without footage="));
      return Optional.empty();
    }
    List.of("sources", "plates", "alphas", "foregrounds", "backgrounds")
        .forEach(key -> options.refuse(key, "beside footage=, which is the data set"));
    return Optional.of(
        new FootageChoice(
            options.required(FOOTAGE),
            options
                .text(BACKGROUND)
                .map(BackgroundChoice::parse)
                .orElse(BackgroundChoice.Estimated.MEDIAN),
            options.required(CORRECTED),
            options.text(FRAMES).map(FrameNumbers::parse)));
  }

  void write(MacroLine line) {
    line.add(FOOTAGE, footage);
    line.add(BACKGROUND, background.text("frame"));
    line.add(CORRECTED, corrected);
    frames.ifPresent(numbers -> line.add(FRAMES, numbers.text()));
  }
}
