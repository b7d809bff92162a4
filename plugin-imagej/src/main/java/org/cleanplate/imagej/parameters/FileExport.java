package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.video.Quality;

/**
 * Results written to files.
 *
 * @param folder where a video or a folder of pictures is made for each output
 * @param format the kind of file
 * @param bits bits a sample, 8 or 16; empty for those of the source where the format holds them;
 *     stacks have their own depths
 * @param quality of lossy video in percent; empty for the usual
 * @param open whether stacks are opened when they are whole, slice by slice as needed
 */
public record FileExport(
    String folder, FileFormat format, OptionalInt bits, OptionalInt quality, boolean open) {

  private static final int DEEP = 16;

  public FileExport {
    if (bits.isPresent() && bits.getAsInt() == DEEP && !format.holdsDeepPixels()) {
      throw new MattingException(
          "16 bits are for "
              + FileFormat.keysOf(FileFormat::holdsDeepPixels)
              + ", but the kind of file is "
              + format.key()
              + ": choose 8 bits");
    }
    if (quality.isPresent() && !format.hasQuality()) {
      throw new MattingException(
          "\"quality\" is for "
              + FileFormat.keysOf(FileFormat::hasQuality)
              + ", but the kind of file is "
              + format.key()
              + ", which has none to choose: leave it out");
    }
  }

  /** Files as deep as the source, of the usual quality. */
  public FileExport(String folder, FileFormat format) {
    this(folder, format, OptionalInt.empty(), OptionalInt.empty(), false);
  }

  /**
   * Whether samples are written with 16 bits.
   *
   * @param deepSource whether the source has more than 8
   */
  public boolean isDeep(boolean deepSource) {
    return bits.isPresent() ? bits.getAsInt() == DEEP : deepSource && format.holdsDeepPixels();
  }

  /** The keys beside those of the folder and the kind of file. */
  static List<MacroKey> keys() {
    return List.of(
        new MacroKey(
            "bits",
            "8|16",
            "bits a sample, 16 for "
                + FileFormat.keysOf(FileFormat::holdsDeepPixels)
                + "; default as the source has, where that can be kept"),
        new MacroKey(
            "quality",
            "1..100",
            "of "
                + FileFormat.keysOf(FileFormat::hasQuality)
                + "; default "
                + Quality.DEFAULT.percent()));
  }

  static FileExport read(MacroOptions options, String folder, FileFormat format) {
    return new FileExport(
        folder,
        format,
        BitDepth.read(options, "bits", List.of(8, DEEP)),
        options.integer("quality", Quality.LEAST, Quality.MOST),
        false);
  }

  /** The same with stacks that are opened, or not. */
  FileExport withOpen(boolean opened) {
    return new FileExport(folder, format, bits, quality, opened);
  }

  void write(MacroLine line, String folderKey, String formatKey) {
    line.add(folderKey, folder).add(formatKey, format.key());
    bits.ifPresent(depth -> line.add("bits", depth));
    quality.ifPresent(percent -> line.add("quality", percent));
    line.flag("open", open);
  }

  /** Refuses results that have no form in pictures and videos; a stack holds every kind. */
  void requireWritable(Set<Output> outputs) {
    if (format == FileFormat.STACK) {
      return;
    }
    for (Output output : outputs) {
      if (!Output.WRITABLE.contains(output)) {
        throw new MattingException(
            "\""
                + output.key()
                + "\" can be opened as an image or written with format=stack, but not to "
                + format.key()
                + " files: leave it out");
      }
    }
  }
}
