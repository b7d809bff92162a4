package org.cleanplate.fiji.studio.preview;

import java.time.Duration;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.imagej.run.SourceFrame;
import org.cleanplate.plate.check.PlateCheck;
import org.cleanplate.progress.Progress;

/**
 * Hears what becomes of the latest request; what is found for an older one is told to nobody. The
 * calls come by the executor that the engine was made with.
 */
public interface PreviewListener {

  /** The frame is read; its matte is being computed. */
  void sourceRead(SourceFrame frame);

  /** What takes long goes on, such as an estimate of the background. */
  void progress(Progress progress);

  /** The frame is matted. */
  void matted(MattedFrame frame, Duration took);

  /** How the plate fits the first frame that was matted with it; told after each matte. */
  void checked(PlateCheck check);

  /** There will be no matte. */
  void failed(String message);
}
