package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * How a video is read, and what becomes of its sound.
 *
 * @param deinterlace whether woven fields are made whole pictures
 * @param sound whether results have the source's sound
 */
public record VideoChoice(boolean deinterlace, boolean sound) {
  /** Pictures as they are, with their sound. */
  public static final VideoChoice DEFAULT = new VideoChoice(false, true);

  private enum Audio {
    COPY,
    NONE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<MacroKey> keys() {
    return List.of(
        MacroKey.flag("deinterlace", "makes whole pictures of interlaced ones"),
        new MacroKey(
            "audio",
            "copy|none",
            "the source's sound in every video, bit by bit where the kind of file holds it; default"
                + " copy"));
  }

  /**
   * Reads the keys.
   *
   * @param format of the results
   */
  static VideoChoice read(MacroOptions options, FileFormat format) {
    Optional<Audio> audio = options.choice("audio", Audio.class, Audio::key);
    if (audio.isPresent() && format.isPictures()) {
      throw new MattingException(
          "\"audio\" has no effect with pictures (" + format.key() + "): leave it out");
    }
    return new VideoChoice(options.has("deinterlace"), audio.orElse(Audio.COPY) == Audio.COPY);
  }

  void write(MacroLine line) {
    line.flag("deinterlace", deinterlace);
    if (!sound) {
      line.add("audio", Audio.NONE.key());
    }
  }
}
