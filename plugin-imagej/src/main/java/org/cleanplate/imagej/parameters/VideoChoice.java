package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * How a video is read and written, and what becomes of its sound.
 *
 * @param deinterlace whether woven fields are made whole pictures
 * @param sound whether results have the source's sound
 * @param decoder what decodes it
 * @param encoder what encodes the results
 */
public record VideoChoice(
    boolean deinterlace, boolean sound, CodecChoice decoder, CodecChoice encoder) {
  /** Pictures as they are, with their sound. */
  public static final VideoChoice DEFAULT = pictures(false, true);

  /** Pictures in some way, decoded and encoded by what suits the machine. */
  public static VideoChoice pictures(boolean deinterlace, boolean sound) {
    return new VideoChoice(deinterlace, sound, CodecChoice.AUTO, CodecChoice.AUTO);
  }

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
                + " copy"),
        CodecChoice.decoderKey(),
        CodecChoice.encoderKey());
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
    return new VideoChoice(
        options.has("deinterlace"),
        audio.orElse(Audio.COPY) == Audio.COPY,
        CodecChoice.readDecoder(options),
        CodecChoice.readEncoder(options, format));
  }

  void write(MacroLine line) {
    line.flag("deinterlace", deinterlace);
    if (!sound) {
      line.add("audio", Audio.NONE.key());
    }
    decoder.writeDecoder(line);
    encoder.writeEncoder(line);
  }
}
