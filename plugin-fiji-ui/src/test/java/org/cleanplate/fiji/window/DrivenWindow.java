package org.cleanplate.fiji.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.cleanplate.testing.EventThreadWatch;

/** A window in the hands of a person who can wait, look, and take pictures. */
public abstract class DrivenWindow {
  private static final long LONGEST_MILLIS = 90_000;
  private static final int POLL_MILLIS = 50;

  private static final int SETTLING_MILLIS = 300;
  private static final int PLACE_ATTEMPTS = 10;

  /** The most that the event thread may work for one event, of processor time. */
  protected static final long WORKING_MILLIS = 50;

  /**
   * The same while a window opens in a JVM that has opened none, which loads classes: 28 to 48 are
   * seen, and 65 on a machine with eight times the work that it can do.
   */
  protected static final long OPENING_MILLIS = 100;

  /** From before the first window on: the robot waits long for windows of a queue before. */
  protected final EventThreadWatch watch = EventThreadWatch.install();

  protected final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
  protected FrameFixture window;
  private final Path pictures;

  /**
   * @param pictures the folder where they go
   */
  protected DrivenWindow(Path pictures) {
    this.pictures = pictures;
    robot.settings().delayBetweenEvents(50);
    robot.settings().eventPostingDelay(60);
    // Below a queue that is watched the robot never finds it empty.
    robot.settings().idleTimeout(1000);
  }

  /** All that the person does. */
  protected abstract void drive() throws Exception;

  /** Does it all, and ends this JVM; a failure tells what was on the screen. */
  protected final void driveToTheEnd() {
    try {
      Files.createDirectories(pictures);
      drive();
      System.out.println("Driven to the end");
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.err.println(SeenOnScreen.describe());
      keepPictureOfFailure();
      System.exit(1);
    }
  }

  private void keepPictureOfFailure() {
    try {
      ImageIO.write(screen(), "png", pictures.resolve("failure.png").toFile());
    } catch (Exception e) {
      System.err.println("No picture of the failure: " + e);
    }
  }

  /**
   * Puts a window into the corner of the screen, after the window manager has put it elsewhere. A
   * window that is moved before that lies where nobody knows, and clicks miss it.
   */
  protected final void place(JFrame frame, int width, int height) throws Exception {
    window = new FrameFixture(robot, frame);
    try (MouseAim aim = new MouseAim(robot, frame.getContentPane())) {
      for (int attempt = 1; ; attempt++) {
        Thread.sleep(SETTLING_MILLIS);
        window.resizeTo(new Dimension(width, height)).moveTo(new Point(8, 8)).moveTo(new Point());
        Thread.sleep(SETTLING_MILLIS);
        if (ask(() -> frame.getBounds().equals(new Rectangle(width, height))) && aim.isTrue()) {
          return;
        }
        System.out.println("Not in its place: " + ask(frame::getBounds));
        assertTrue(attempt < PLACE_ATTEMPTS, "the window does not come into its place");
      }
    }
  }

  protected final void requireNoEventLongerThan(long millis) {
    assertTrue(watch.longestMillis() < millis, watch.describe());
  }

  protected static void waitFor(String what, BooleanSupplier condition) throws Exception {
    long end = System.currentTimeMillis() + LONGEST_MILLIS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.currentTimeMillis() < end, "waited in vain for " + what);
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Asks on the event thread. */
  protected static <T> T ask(Supplier<T> question) {
    return GuiActionRunner.execute(question::get);
  }

  protected static String clipboard() throws Exception {
    return (String)
        Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
  }

  /** Keeps a picture of the screen. */
  protected final void take(String name) throws Exception {
    robot.waitForIdle();
    Thread.sleep(300);
    ImageIO.write(screen(), "png", pictures.resolve(name + ".png").toFile());
  }

  private static BufferedImage screen() throws Exception {
    return new java.awt.Robot()
        .createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
  }
}
