package org.cleanplate.imagej.image;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.parameters.LiveShown;
import org.cleanplate.live.BackgroundGrab;
import org.cleanplate.live.LiveStatus;
import org.cleanplate.live.LiveView;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;

/**
 * An image window in which a live run is seen, its pace in the title and under it. B grabs the
 * background, V changes between composite, alpha and foreground; Esc and closing the window end the
 * run. Used by the run's thread.
 */
public final class LiveWindow implements LiveView {
  /** Whatever it may show. */
  public static final Set<Layer> LAYERS =
      Arrays.stream(LiveShown.values()).map(LiveShown::layer).collect(Collectors.toSet());

  private static final long TITLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final BackgroundGrab grab;
  private final Cancellation cancellation;
  private volatile LiveShown shown;
  private ImagePlus image;
  private long titleNanos;

  /** Opens the window when the first picture is there. */
  public LiveWindow(LiveShown first, BackgroundGrab grab, Cancellation cancellation) {
    this.shown = first;
    this.grab = grab;
    this.cancellation = cancellation;
  }

  @Override
  public void grabbed(Frame frame, int left) {
    if (frame.format().layout() == PixelLayout.BGRA_8) {
      show(frame);
    }
    title("keep out of view: grabbing the background, " + left + " frames left");
  }

  @Override
  public void matted(Frame frame, Matte matte, LiveStatus status) {
    LiveShown now = shown;
    show(matte.layer(now.layer()));
    if (System.nanoTime() - titleNanos > TITLE_NANOS) {
      titleNanos = System.nanoTime();
      title(now.key() + ", " + status.describe() + " (B: background, V: view, Esc: end)");
      pace(status);
    }
  }

  private void show(Frame picture) {
    if (image == null) {
      image = new ImagePlus("Live", StackFormat.processor(picture));
      image.show();
      listen(image.getWindow());
    } else {
      image.setProcessor(StackFormat.processor(picture));
    }
  }

  private void title(String text) {
    ImageWindow window = image == null ? null : image.getWindow();
    if (window != null) {
      window.setTitle("Live: " + text);
    }
    IJ.showStatus("Live: " + text);
  }

  /** The line over the picture is seen where a narrow window cuts its title. */
  private void pace(LiveStatus status) {
    image.setProp("Slice_Label", status.describe());
    image.repaintWindow();
  }

  /** ImageJ's own shortcuts would take the keys away. */
  private void listen(ImageWindow window) {
    KeyListener keys =
        new KeyAdapter() {
          @Override
          public void keyPressed(KeyEvent event) {
            press(event);
          }
        };
    window.removeKeyListener(IJ.getInstance());
    window.getCanvas().removeKeyListener(IJ.getInstance());
    window.addKeyListener(keys);
    window.getCanvas().addKeyListener(keys);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            cancellation.cancel();
          }
        });
  }

  private void press(KeyEvent event) {
    switch (event.getKeyCode()) {
      case KeyEvent.VK_B -> grab.press();
      case KeyEvent.VK_V -> shown = shown.next();
      case KeyEvent.VK_ESCAPE -> cancellation.cancel();
      default -> {
        // No other key has a meaning here.
      }
    }
  }
}
