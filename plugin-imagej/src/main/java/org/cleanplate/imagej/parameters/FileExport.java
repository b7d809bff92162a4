package org.cleanplate.imagej.parameters;

import java.util.Set;
import org.cleanplate.MattingException;

/**
 * Results written to files.
 *
 * @param folder where a video or a folder of pictures is made for each output
 * @param format the kind of file
 * @param bits bits a sample: 8, or 16 for pictures
 */
public record FileExport(String folder, FileFormat format, int bits) {
  public FileExport {
    if (bits != 8 && !format.isPictures()) {
      throw new MattingException(
          bits
              + " bits are for png and tiff, but the format is "
              + format.key()
              + ": choose 8 bits");
    }
  }

  /** Refuses results that are maps for the eye only and have no file form. */
  void requireWritable(Set<Output> outputs) {
    for (Output output : outputs) {
      if (!Output.WRITABLE.contains(output)) {
        throw new MattingException(
            "\""
                + output.key()
                + "\" can be opened as an image but not written to "
                + format.key()
                + " files: leave it out");
      }
    }
  }
}
