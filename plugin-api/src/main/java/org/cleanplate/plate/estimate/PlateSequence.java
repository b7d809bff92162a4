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
  private final boolean anyDepth;
  private final Cancellation cancellation;
  private final Frame recorded;
  private Frame current;
  private Frame spare;
  private long position;

  /**
   * Gets ready.
   *
   * @param plates at its first frame; closed with this
   * @param anyDepth whether samples of the frames are fractions of white, as those of videos and
   *     picture files are, so that plates of another depth mean the same light
   */
  public PlateSequence(FrameSource plates, boolean anyDepth, Cancellation cancellation) {
    this.plates = plates;
    this.anyDepth = anyDepth;
    this.cancellation = cancellation;
    this.recorded = Frame.allocate(plates.format());
    this.current = recorded;
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
    FrameSkips.skip(plates, source.index() - position, cancellation);
    Frame plate = next(source.format());
    boolean asRecorded = plate.format().equals(plates.format());
    if (!plates.read(asRecorded ? plate : recorded)) {
      throw new MattingException(
          "Background "
              + plates.name()
              + " ends before frame "
              + source.index()
              + ": it needs as many frames as the source; matte fewer frames or choose another one");
    }
    position = source.index() + 1;
    if (!asRecorded) {
      LayoutConverter.convert(recorded, plate);
    }
    return plate;
  }

  /** The one of two frames that was not handed out last, in the source's layout. */
  private Frame next(FrameFormat wanted) {
    Frame next = spare.format().equals(wanted) ? spare : Frame.allocate(wanted);
    spare = current;
    current = next;
    return next;
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
    boolean sameDepth = bits(own) == bits(source.format());
    if (!anyDepth && !sameDepth && Math.min(bits(own), bits(source.format())) == 8) {
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
