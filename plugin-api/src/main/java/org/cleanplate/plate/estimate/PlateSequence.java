package org.cleanplate.plate.estimate;

import java.io.IOException;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;

/**
 * Another recording as plate, frame by frame: the same camera move without the subject, by a robot
 * or a stage. Frame {@code n} is matted with plate {@code n}. Used by one thread at a time.
 */
public final class PlateSequence implements PlateModel {
  private final FrameSource plates;
  private final Cancellation cancellation;
  private Frame current;
  private Frame spare;
  private long position;

  /**
   * @param plates at its first frame; closed with this
   */
  public PlateSequence(FrameSource plates, Cancellation cancellation) {
    this.plates = plates;
    this.cancellation = cancellation;
    this.current = Frame.allocate(plates.format());
    this.spare = Frame.allocate(plates.format());
  }

  @Override
  public String description() {
    return plates.name() + ", frame by frame";
  }

  /**
   * @throws MattingException if the frames are of another size or there are more of them
   */
  @Override
  public Frame plateFor(Frame source) throws IOException {
    requireFits(source);
    Frame next = spare;
    spare = current;
    current = next;
    FrameSkips.skip(plates, source.index() - position, cancellation);
    if (!plates.read(next)) {
      throw new MattingException(
          "Background "
              + plates.name()
              + " ends before frame "
              + source.index()
              + ": it needs as many frames as the source; matte fewer frames or choose another one");
    }
    position = source.index() + 1;
    return LayoutConverter.convert(next, source.format().layout());
  }

  private void requireFits(Frame source) {
    FrameFormat own = plates.format();
    if (!own.sameSizeAs(source.format())) {
      throw new MattingException(
          "Background "
              + plates.name()
              + " is "
              + own.size()
              + " but frame "
              + source.index()
              + " is "
              + source.format().size()
              + ": scale the background or crop the source");
    }
    if (bits(own) != bits(source.format()) && Math.min(bits(own), bits(source.format())) == 8) {
      throw new MattingException(
          "Background "
              + plates.name()
              + " has "
              + bits(own)
              + " bits but the source has "
              + bits(source.format())
              + ": convert one of them, so that equal values mean equal light");
    }
  }

  private static int bits(FrameFormat format) {
    return 8 * format.layout().bytesPerSample();
  }

  @Override
  public void close() throws IOException {
    plates.close();
  }
}
