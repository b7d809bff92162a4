package org.cleanplate.plate.estimate;

import java.io.IOException;
import org.cleanplate.frame.FrameSource;

/** Opens a source at its first frame, as often as it is asked. */
@FunctionalInterface
public interface SourceOpener {
  /** The caller closes it. */
  FrameSource open() throws IOException;
}
