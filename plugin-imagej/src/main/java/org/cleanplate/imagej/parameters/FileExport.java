package org.cleanplate.imagej.parameters;

import java.util.Set;
import org.cleanplate.MattingException;

/**
 * Results written to files.
 *
 * @param folder where a video or a folder of pictures is made for each output
 * @param format the kind of file
 * @param bits bits a sample: 8, or 16 for pictures; stacks have their own depths
 * @param open whether stacks are opened when they are whole, slice by slice as needed
 */
public record FileExport(String folder, FileFormat format, int bits, boolean open) {
  public FileExport {
    if (bits != 8 && !format.isPictures()) {
      throw new MattingException(
          bits
              + " bits are for png and tiff, but the format is "
              + format.key()
              + ": choose 8 bits");
    }
  }

  /** Files that are not opened. */
  public FileExport(String folder, FileFormat format, int bits) {
    this(folder, format, bits, false);
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
