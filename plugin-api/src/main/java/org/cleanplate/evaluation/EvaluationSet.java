package org.cleanplate.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;

/**
 * Pictures whose true alpha is known, in a fixed order; the same ones each time. Used by one
 * thread. Close it to close the videos it reads.
 */
public interface EvaluationSet extends AutoCloseable {

  int size();

  /**
   * Reads or makes a sample.
   *
   * @param index from 0
   * @throws MattingException if a file is damaged or does not fit the others
   */
  EvaluationSample sample(int index) throws IOException;

  @Override
  void close();

  /** What the pictures are, in words for a report. */
  String description();

  /**
   * A data set as it lies on disk, of whichever layout its folders show: {@link CapturedFrames} or
   * {@link Composites}.
   *
   * @param backgrounds photographs to lay subjects over; for composites only
   * @param options how composites are made
   * @throws MattingException if it is of neither layout, or what it needs is missing
   */
  static EvaluationSet open(Path folder, Optional<Path> backgrounds, CompositeOptions options)
      throws IOException {
    if (Files.isDirectory(folder.resolve(CapturedFrames.SOURCES))) {
      return CapturedFrames.open(folder);
    }
    if (!Files.isDirectory(folder.resolve(Composites.FOREGROUNDS))) {
      throw new MattingException(
          "Folder "
              + folder
              + " is no data set: expected the folders src, bgr and pha, or fgr and pha");
    }
    Path photographs =
        backgrounds.orElseThrow(
            () ->
                new MattingException(
                    "The data set "
                        + folder
                        + " has subjects only: name a folder of backgrounds to lay them over"));
    return Composites.open(folder, photographs, options);
  }
}
