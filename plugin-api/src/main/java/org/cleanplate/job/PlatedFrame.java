package org.cleanplate.job;

import java.io.IOException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.plate.PlateModel;

/** A frame and its clean plate, filled again and again. */
final class PlatedFrame {
  private final Frame frame;
  private Frame plate;

  PlatedFrame(FrameFormat format) {
    frame = Frame.allocate(format);
  }

  Frame frame() {
    return frame;
  }

  /** The plate of the latest {@link #takePlate}. */
  Frame plate() {
    return plate;
  }

  /** Asks for the plate of the frame that lies here; one that will change is copied. */
  void takePlate(PlateModel model) throws IOException {
    Frame given = model.plateFor(frame);
    if (model.isFixed()) {
      plate = given;
      return;
    }
    if (plate == null || !plate.format().equals(given.format())) {
      plate = Frame.allocate(given.format());
    }
    plate.pixels().put(given.pixels());
    plate.stamp(given);
  }
}
