package org.cleanplate.plate;

import java.io.IOException;
import org.cleanplate.frame.Frame;

/** The clean plate for each frame: one picture for all, or one that changes with time. */
public interface PlateModel {

  /** Where the plate comes from, as the results record it: {@code "median of 75 frames"}. */
  String description();

  /**
   * The plate that belongs to {@code source}, of the same format; valid until the next call.
   *
   * @throws org.cleanplate.MattingException if the plate does not fit the frame
   */
  Frame plateFor(Frame source) throws IOException;
}
