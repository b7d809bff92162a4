package org.cleanplate.fiji.studio.options;

import java.util.Optional;
import org.cleanplate.fiji.studio.canvas.Picture;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.worker.PictureWorker;
import org.cleanplate.frame.Frame;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.imagej.run.SourceFrame;

/** Keeps the small pictures of source and plate as they are in the current frame. */
final class ThumbnailFeed {
  private final PictureWorker worker;
  private final Slot source;
  private final Slot plate;

  /** Follows the model from now on. */
  ThumbnailFeed(
      StudioModel model, Thumbnail sourcePicture, Thumbnail platePicture, PictureWorker worker) {
    this.worker = worker;
    this.source = new Slot(sourcePicture);
    this.plate = new Slot(platePicture);
    model.addListener(
        aspect -> {
          source.take(model.preview().source());
          plate.take(model.preview().matte().map(ThumbnailFeed::plate));
        });
  }

  private static SourceFrame plate(MattedFrame matte) {
    return new SourceFrame(matte.givenPlate(), matte.levels());
  }

  /** One of the two, with what it shows. */
  private final class Slot {
    private final Thumbnail thumbnail;
    private Optional<Frame> shown = Optional.empty();

    Slot(Thumbnail thumbnail) {
      this.thumbnail = thumbnail;
    }

    void take(Optional<SourceFrame> frame) {
      Optional<Frame> pixels = frame.map(SourceFrame::pixels);
      if (pixels.isPresent() == shown.isPresent()
          && pixels.filter(now -> now != shown.get()).isEmpty()) {
        return;
      }
      shown = pixels;
      if (frame.isEmpty()) {
        thumbnail.show(Optional.empty());
        return;
      }
      worker.make(
          () -> Picture.thumbnail(frame.get().pixels(), frame.get().levels()),
          picture -> {
            if (shown.filter(now -> now == frame.get().pixels()).isPresent()) {
              thumbnail.show(Optional.of(picture));
            }
          });
    }
  }
}
