package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * Results written as numbered pictures instead of opened.
 *
 * @param folder where a folder for each output is made
 * @param format the kind of file
 * @param bits bits a sample: 8 or 16
 */
public record SequenceExport(String folder, Format format, int bits) {

  /** The kinds of picture file. */
  public enum Format {
    PNG,
    TIFF;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey("save", "folder", "write numbered pictures there instead of opening images"),
        new MacroKey("format", "png|tiff", "kind of the pictures of save=; default png"),
        new MacroKey("bits", "8|16", "bits a sample of the pictures of save=; default 8"));
  }

  static Optional<SequenceExport> read(MacroOptions options) {
    Optional<String> folder = options.text("save");
    if (folder.isEmpty()) {
      options.refuse("format", "without save=");
      options.refuse("bits", "without save=");
      return Optional.empty();
    }
    return Optional.of(
        new SequenceExport(
            folder.get(),
            options.choice("format", Format.class, Format::key).orElse(Format.PNG),
            BitDepth.read(options, "bits", 8, List.of(8, 16))));
  }

  void write(MacroLine line) {
    line.add("save", folder).add("format", format.key()).add("bits", bits);
  }
}
