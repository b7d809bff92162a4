package org.cleanplate.samples.guide;

import java.awt.AWTException;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** The screen as a person sees it: windows by their titles, parts of them by their names. */
final class Desk {
  private static final long LONGEST_MILLIS = 600_000;
  private static final long SETTLE_MILLIS = 600;
  private static final int DRAG_STEPS = 12;
  private static final int DRAG_MILLIS = 20;

  private final Robot robot;
  private final Path folder;

  /**
   * @param folder takes the pictures; made if it is missing
   */
  Desk(Path folder) throws AWTException, IOException {
    this.robot = new Robot();
    this.folder = Files.createDirectories(folder);
  }

  /** Waits until a window with this title is shown. */
  Window window(String title) throws Exception {
    return await(
        "the window " + title,
        () ->
            Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(window -> title.equals(titleOf(window)))
                .findFirst());
  }

  private static String titleOf(Window window) {
    return window instanceof java.awt.Frame frame
        ? frame.getTitle()
        : window instanceof java.awt.Dialog dialog ? dialog.getTitle() : "";
  }

  /** Presses a button by its name. */
  void press(Window window, String name) throws Exception {
    press(part(window, name, AbstractButton.class));
  }

  void press(AbstractButton button) throws Exception {
    SwingUtilities.invokeAndWait(button::doClick);
  }

  /** Chooses in a list by its name. */
  void choose(Window window, String name, String item) throws Exception {
    JComboBox<?> list = part(window, name, JComboBox.class);
    SwingUtilities.invokeAndWait(() -> list.setSelectedItem(item));
  }

  /** Replaces the text of a field by its name. */
  void type(Window window, String name, String text) throws Exception {
    JTextComponent field = part(window, name, JTextComponent.class);
    SwingUtilities.invokeAndWait(() -> field.setText(text));
  }

  /** Drags with the left button between two points of a part, given in shares of its sides. */
  void drag(Component part, double fromX, double fromY, double toX, double toY) {
    Rectangle place = new Rectangle(part.getLocationOnScreen(), part.getSize());
    robot.mouseMove(place.x + (int) (fromX * place.width), place.y + (int) (fromY * place.height));
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    for (int step = 1; step <= DRAG_STEPS; step++) {
      double share = (double) step / DRAG_STEPS;
      robot.mouseMove(
          place.x + (int) ((fromX + (toX - fromX) * share) * place.width),
          place.y + (int) ((fromY + (toY - fromY) * share) * place.height));
      robot.delay(DRAG_MILLIS);
    }
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    robot.waitForIdle();
  }

  /** Leaves a dialog of ImageJ as a person does who presses its Cancel button. */
  void cancel(Window dialog) throws Exception {
    Button cancel =
        await(
            "a Cancel button",
            () ->
                parts(dialog)
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> button.getLabel().strip().equals("Cancel"))
                    .findFirst());
    ActionEvent press =
        new ActionEvent(cancel, ActionEvent.ACTION_PERFORMED, cancel.getActionCommand());
    SwingUtilities.invokeAndWait(() -> cancel.dispatchEvent(press));
  }

  /** A part of a window. */
  <T extends Component> T part(Window window, String name, Class<T> type) throws Exception {
    return await(
        "the part " + name,
        () ->
            parts(window)
                .filter(part -> name.equals(part.getName()))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst());
  }

  private static Stream<Component> parts(Component part) {
    Stream<Component> inside =
        part instanceof Container container
            ? Arrays.stream(container.getComponents()).flatMap(Desk::parts)
            : Stream.empty();
    return Stream.concat(Stream.of(part), inside);
  }

  /** Waits until a part of a window is as it should be. */
  <T extends Component> void waitUntil(T part, Predicate<T> good) throws Exception {
    await(part.getName() + " to change", () -> Optional.of(part).filter(good));
  }

  /** Writes a picture of a window as it is on the screen. */
  void take(Window window, String name) throws Exception {
    SwingUtilities.invokeAndWait(window::toFront);
    robot.waitForIdle();
    Thread.sleep(SETTLE_MILLIS);
    BufferedImage seen = robot.createScreenCapture(window.getBounds());
    ImageIO.write(seen, "png", folder.resolve(name + ".png").toFile());
  }

  /** Looks again and again, on the event thread. */
  private static <T> T await(String what, Callable<Optional<T>> look) throws Exception {
    long end = System.currentTimeMillis() + LONGEST_MILLIS;
    while (System.currentTimeMillis() < end) {
      Optional<T> found = onEventThread(look);
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("Waited in vain for " + what);
  }

  private static <T> T onEventThread(Callable<T> look)
      throws InterruptedException, InvocationTargetException, Exception {
    FutureTask<T> task = new FutureTask<>(look);
    SwingUtilities.invokeAndWait(task);
    return task.get();
  }
}
