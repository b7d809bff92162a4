package org.cleanplate.imagej.run;

import java.time.Duration;
import java.util.OptionalLong;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.live.LiveStatus;
import org.cleanplate.live.LiveView;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/** A live run that is only told of, in the status bar. */
record StatusView(ProgressListener listener) implements LiveView {

  @Override
  public void matted(Frame frame, Matte matte, LiveStatus status) {
    listener.progress(
        new Progress(
            "Matting live (" + status.describe() + ")",
            status.frames(),
            OptionalLong.empty(),
            Duration.ZERO));
  }
}
