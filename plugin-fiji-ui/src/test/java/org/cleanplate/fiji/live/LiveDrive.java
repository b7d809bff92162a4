package org.cleanplate.fiji.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.ImageWindow;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import org.cleanplate.fiji.window.DrivenWindow;
import org.cleanplate.imagej.command.MatteLiveCommand;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.video.VideoIndex;

/** A person before a camera, whose pictures FFmpeg computes in real time. */
final class LiveDrive extends DrivenWindow {
  private static final String CAMERA =
      "input=[testsrc=size=320x240:rate=20] format=lavfi seconds=300 grab=30 preset=ffv1 alpha";

  private static final String PACE = ".*\\d fps, \\d+ ms, \\d+ dropped.*";

  private final Path folder;

  private LiveDrive(Path folder, Path pictures) {
    super(pictures);
    this.folder = folder;
  }

  /**
   * @param arguments a folder for recordings and one for pictures
   */
  public static void main(String[] arguments) {
    new LiveDrive(Path.of(arguments[0]), Path.of(arguments[1])).driveToTheEnd();
  }

  @Override
  protected void drive() throws Exception {
    new ImageJ(ImageJ.NO_SHOW);
    Thread run = start();
    waitFor("the background to be grabbed", () -> title().contains("grabbing the background"));
    waitFor("the composite", () -> title().startsWith("Live: composite, "));
    assertTrue(title().matches(PACE), title());
    String overThePicture = ask(() -> image().getWindow().createSubtitle());
    assertTrue(overThePicture.matches(PACE), overThePicture);
    assertEquals(24, image().getBitDepth());
    take("live-composite");
    press(KeyEvent.VK_V);
    waitFor("alpha", () -> title().startsWith("Live: alpha, "));
    assertEquals(8, image().getBitDepth());
    press(KeyEvent.VK_V);
    waitFor("the foreground", () -> title().startsWith("Live: foreground, "));
    assertEquals(24, image().getBitDepth());
    press(KeyEvent.VK_B);
    waitFor("another background", () -> title().contains("grabbing the background"));
    waitFor("mattes again", () -> title().startsWith("Live: foreground, "));
    press(KeyEvent.VK_ESCAPE);
    waitFor("the end after Esc", () -> !run.isAlive());
    requireRecording("live-alpha.mkv");
    image().close();

    Thread second = start();
    waitFor("the second run", () -> title().startsWith("Live: composite, "));
    EventQueue.invokeAndWait(
        () -> {
          ImageWindow shown = image().getWindow();
          shown.dispatchEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSING));
        });
    waitFor("the end after the window", () -> !second.isAlive());
    requireRecording("live-2-alpha.mkv");
  }

  /** As a macro runs it. */
  private Thread start() {
    Thread run =
        new Thread(
            () -> {
              Macro.setOptions(CAMERA + " output=[" + folder + "]");
              new MatteLiveCommand().run("");
            },
            // ImageJ hands options only to threads of such a name.
            "Run$_live");
    run.start();
    return run;
  }

  private static ImagePlus image() {
    return WindowManager.getCurrentImage();
  }

  private static String title() {
    ImagePlus image = image();
    return image == null || image.getWindow() == null ? "" : image.getWindow().getTitle();
  }

  private static void press(int key) throws Exception {
    EventQueue.invokeAndWait(
        () ->
            image()
                .getCanvas()
                .dispatchEvent(
                    new KeyEvent(
                        image().getCanvas(),
                        KeyEvent.KEY_PRESSED,
                        System.currentTimeMillis(),
                        0,
                        key,
                        KeyEvent.CHAR_UNDEFINED)));
  }

  private void requireRecording(String name) throws Exception {
    Path file = folder.resolve(name);
    int frames = VideoIndex.of(file, ProgressListener.NONE, new Cancellation()).frameCount();
    String log = String.valueOf(IJ.getLog());
    assertTrue(log.contains("Matted " + frames + " frames live: "), log);
    assertTrue(log.contains(file.toString()), log);
  }
}
