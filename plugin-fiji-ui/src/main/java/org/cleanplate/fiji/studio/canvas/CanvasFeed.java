package org.cleanplate.fiji.studio.canvas;

import java.util.Optional;
import org.cleanplate.fiji.studio.model.Preview;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.model.View;
import org.cleanplate.fiji.studio.worker.PictureWorker;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.imagej.run.SourceFrame;

/** Brings what the model knows of the current frame onto the canvas. */
public final class CanvasFeed {
  private final StudioModel model;
  private final MatteCanvas canvas;
  private final PictureWorker worker;
  private Optional<SourceFrame> source = Optional.empty();
  private Optional<Picture> before = Optional.empty();
  private Optional<Side> side = Optional.empty();
  private Optional<Picture> after = Optional.empty();

  /** A matte seen from one side. */
  private record Side(MattedFrame matte, View view) {
    boolean isOf(MattedFrame other, View otherView) {
      return matte == other && view == otherView;
    }
  }

  /** Follows the model from now on. */
  public CanvasFeed(StudioModel model, MatteCanvas canvas, PictureWorker worker) {
    this.model = model;
    this.canvas = canvas;
    this.worker = worker;
    model.addListener(
        aspect -> {
          switch (aspect) {
            case SOURCE, PREVIEW, VIEW -> update();
            default -> {
              // Nothing to be seen on the canvas.
            }
          }
        });
  }

  private void update() {
    updateBefore(model.preview().source());
    updateAfter(model.preview().matte().filter(matte -> model.view() != View.SOURCE));
    show();
  }

  private void updateBefore(Optional<SourceFrame> frame) {
    boolean same =
        frame.isPresent() == source.isPresent()
            && frame.filter(now -> now.pixels() != source.get().pixels()).isEmpty();
    if (same) {
      return;
    }
    source = frame;
    if (frame.isEmpty()) {
      before = Optional.empty();
      return;
    }
    SourceFrame wanted = frame.get();
    worker.make(
        () -> FramePictures.of(wanted.pixels(), wanted.levels()),
        picture -> {
          if (source.filter(now -> now == wanted).isPresent()) {
            before = Optional.of(picture);
            show();
          }
        });
  }

  private void updateAfter(Optional<MattedFrame> matte) {
    if (matte.isEmpty()) {
      side = Optional.empty();
      after = Optional.empty();
      return;
    }
    View view = model.view();
    if (side.filter(known -> known.isOf(matte.get(), view)).isPresent()) {
      return;
    }
    Side wanted = new Side(matte.get(), view);
    side = Optional.of(wanted);
    worker.make(
        () -> FramePictures.of(wanted.matte(), wanted.view()),
        picture -> {
          if (side.filter(now -> now == wanted).isPresent()) {
            after = picture;
            show();
          }
        });
  }

  private void show() {
    if (model.source().isEmpty()) {
      canvas.show(Scene.EMPTY);
      return;
    }
    Preview preview = model.preview();
    canvas.show(
        new Scene(
            before,
            after,
            model.view().label(),
            preview.failure().or(preview::computing).or(this::missing),
            preview.failure().isPresent()));
  }

  /** Models of other makers may lack a layer. */
  private Optional<String> missing() {
    boolean lacks =
        side.filter(wanted -> wanted.view().layer().isPresent())
            .filter(wanted -> !wanted.matte().layers().containsKey(wanted.view().layer().get()))
            .isPresent();
    return lacks ? Optional.of("This model has no such map") : Optional.empty();
  }
}
