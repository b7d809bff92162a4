package org.cleanplate.imagej.run;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.result.MatteOverlay;
import org.cleanplate.network.graph.Layer;

/**
 * Shows the matte of the slice that an image shows, drawn over it, while a dialog asks for
 * parameters. Computes on a thread of its own; a newer request ends the one before it, so the last
 * one wins. What the image had as overlay is there again in the end. Any thread may call.
 */
public final class StackPreview implements AutoCloseable {
  private final ImagePlus image;
  private final FrameMatting matting;
  private final Optional<Overlay> before;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "cleanplate-preview");
            thread.setDaemon(true);
            return thread;
          });

  private long latest;
  private Optional<RunMonitor> running = Optional.empty();

  /** Nothing is computed yet. */
  public StackPreview(ImagePlus image, EngineProvider engines) {
    this.image = image;
    this.matting = new FrameMatting(engines);
    this.before = Optional.ofNullable(image.getOverlay());
  }

  /** Asks for the matte with these parameters and returns at once. */
  public synchronized void show(MatteStackParameters parameters) {
    long number = end();
    worker.execute(() -> compute(number, parameters));
  }

  /** Ends what is computed and takes the matte off again. */
  public synchronized void hide() {
    end();
    image.setOverlay(before.orElse(null));
  }

  /** Ends the request before; what it may still bring is not shown. */
  private long end() {
    running.ifPresent(monitor -> monitor.cancellation().cancel());
    return ++latest;
  }

  private void compute(long number, MatteStackParameters parameters) {
    try (RunMonitor monitor = new RunMonitor()) {
      if (start(number, monitor)) {
        draw(number, alpha(parameters, monitor));
      }
    } catch (CancellationException e) {
      // A newer request has taken its place, or nobody wants one.
      IJ.showStatus("");
    } catch (MattingException | IOException | OutOfMemoryError e) {
      IJ.showStatus("Preview: " + Failures.message(e));
    }
  }

  private Frame alpha(MatteStackParameters parameters, RunMonitor monitor) throws IOException {
    long frame = FrameMatting.shownFrame(parameters, image);
    return matting
        .matte(parameters, image, frame, Set.of(Layer.ALPHA_FLOAT), monitor)
        .layers()
        .get(Layer.ALPHA_FLOAT);
  }

  private synchronized boolean start(long number, RunMonitor monitor) {
    running = Optional.of(monitor);
    return number == latest;
  }

  private synchronized void draw(long number, Frame alpha) {
    if (number != latest) {
      return;
    }
    Overlay overlay = before.map(Overlay::duplicate).orElseGet(Overlay::new);
    Roi tint = MatteOverlay.tint(alpha);
    overlay.add(tint);
    image.setOverlay(overlay);
  }

  /** Takes the matte off and ends the thread. */
  @Override
  public void close() {
    hide();
    worker.shutdown();
  }
}
