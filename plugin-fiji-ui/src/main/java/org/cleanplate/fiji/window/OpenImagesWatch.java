package org.cleanplate.fiji.window;

import ij.ImageListener;
import ij.ImagePlus;
import javax.swing.SwingUtilities;

/** Tells a window, on the event thread, that images were opened or closed, until it is closed. */
public final class OpenImagesWatch implements AutoCloseable {
  private final ImageListener listener;

  private OpenImagesWatch(ImageListener listener) {
    this.listener = listener;
  }

  /**
   * Begins to watch.
   *
   * @param update what the window does then
   */
  public static OpenImagesWatch start(Runnable update) {
    ImageListener listener = new Changes(update);
    ImagePlus.addImageListener(listener);
    return new OpenImagesWatch(listener);
  }

  @Override
  public void close() {
    ImagePlus.removeImageListener(listener);
  }

  /** ImageJ calls it on any thread. */
  private record Changes(Runnable update) implements ImageListener {
    @Override
    public void imageOpened(ImagePlus image) {
      // Later, as ImageJ also calls before an image that is closed leaves its list.
      SwingUtilities.invokeLater(update);
    }

    @Override
    public void imageClosed(ImagePlus image) {
      SwingUtilities.invokeLater(update);
    }

    @Override
    public void imageUpdated(ImagePlus image) {}
  }
}
