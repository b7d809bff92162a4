package org.cleanplate.imagej.run;

import java.io.IOException;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.TemporalMedian;

/** The clean plate of a video or a folder of pictures. */
record VideoBackground(VideoInput video) {

  /**
   * Finds the plate.
   *
   * @param format of the video's frames
   * @throws MattingException if there is none or it does not fit
   */
  FixedPlate resolve(BackgroundChoice choice, FrameFormat format, RunMonitor monitor)
      throws IOException {
    if (choice instanceof BackgroundChoice.Named named) {
      if (Backgrounds.sameFile(named.name(), video.path())) {
        throw new MattingException(
            "Background is the video itself: choose a picture, background=median, or"
                + " background=[frame N]");
      }
      return Backgrounds.named(named.name(), format, video.path().getFileName().toString());
    }
    if (choice instanceof BackgroundChoice.Numbered numbered) {
      return frame(numbered.number());
    }
    return median(TemporalMedian.DEFAULT_FRAMES, monitor);
  }

  /** The median over at most that many frames. */
  FixedPlate median(int frames, RunMonitor monitor) throws IOException {
    try (FrameSource source = video.open()) {
      return new TemporalMedian(frames, TemporalMedian.DEFAULT_BUDGET_BYTES)
          .estimate(source, monitor, monitor.cancellation());
    }
  }

  private FixedPlate frame(int number) throws IOException {
    try (FrameSource source = video.open()) {
      Frame plate = Frame.allocate(source.format());
      source.skip(number - 1L);
      if (!source.read(plate)) {
        throw new MattingException(
            "Background is frame " + number + " but " + source.name() + " ends before it");
      }
      return FixedPlate.fromSource(plate, "frame " + number);
    }
  }
}
