package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.FrameNumbers;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.sequence.ImageFolderSource;

/**
 * Alphas that someone has corrected, read in their order.
 *
 * @param source of the pictures; bytes, 16 bits full range, or 32 bits of 0..1
 * @param count how many there are
 */
record CorrectedMattes(FrameSource source, int count) implements AutoCloseable {

  /**
   * Opens an open stack, an image file, or a folder of pictures.
   *
   * @throws MattingException if there is none
   */
  static CorrectedMattes open(String name) throws IOException {
    Path folder = UserPath.of(name);
    if (OpenImages.find(name).isEmpty() && Files.isDirectory(folder)) {
      FrameSource pictures = ImageFolderSource.open(folder);
      return new CorrectedMattes(pictures, (int) pictures.frameCountEstimate().orElseThrow());
    }
    ImagePlus image = NamedImages.require(name, "Corrected matte");
    return new CorrectedMattes(SeriesInput.whole(image).open(), image.getStackSize());
  }

  /**
   * The frames that the mattes are of.
   *
   * @param listed by the user
   * @param frames how many the footage has, if known
   * @throws MattingException if their numbers do not agree
   */
  List<Integer> frames(Optional<FrameNumbers> listed, OptionalLong frames) {
    boolean each = isOneForEachOf(frames);
    if (listed.isEmpty()) {
      if (each) {
        return IntStream.rangeClosed(1, count).boxed().toList();
      }
      throw new MattingException(
          source.name()
              + " has "
              + count
              + " corrected mattes, but the footage has "
              + (frames.isPresent() ? frames.getAsLong() : "an unknown number of")
              + " frames: say which frames they are of, such as frames=3,10,20-24");
    }
    int wanted = listed.get().numbers().size();
    if (wanted != count && !each) {
      throw new MattingException(
          "frames= lists "
              + wanted
              + " frames, but "
              + source.name()
              + " has "
              + count
              + " corrected mattes: give one for each that is listed, or one for each frame");
    }
    return listed.get().numbers();
  }

  /** Whether there is a matte for each frame, listed or not. */
  boolean isOneForEachOf(OptionalLong frames) {
    return frames.isPresent() && frames.getAsLong() == count;
  }

  /**
   * Reads the next matte.
   *
   * @param skipped how many to pass over before it
   * @throws MattingException if it is no alpha
   */
  AlphaPlane next(long skipped) throws IOException {
    source.skip(skipped);
    Frame picture = Frame.allocate(source.format());
    if (!source.read(picture)) {
      throw new MattingException(source.name() + " ends before its last corrected matte");
    }
    AlphaPlane alpha = AlphaPlane.of(picture);
    for (float value : alpha.values()) {
      if (!(value >= 0 && value <= 1)) {
        throw new MattingException(
            "Corrected matte "
                + (picture.index() + 1)
                + " of "
                + source.name()
                + " holds "
                + value
                + ", expected 0 to 1 in 32 bits: divide by the white, or convert it to 8 bits");
      }
    }
    return alpha;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
