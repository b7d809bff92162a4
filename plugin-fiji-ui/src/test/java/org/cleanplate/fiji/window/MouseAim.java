package org.cleanplate.fiji.window;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.Robot;

/**
 * Tries whether the mouse arrives where it is sent. Java's idea of where a window lies stays wrong
 * if the window was moved while the window manager was still placing it: clicks miss then.
 */
final class MouseAim implements AutoCloseable {
  private static final int ARRIVAL_MILLIS = 200;

  private final Robot robot;
  private final Component target;
  private final AWTEventListener listener = this::seen;
  private volatile Optional<Point> arrived = Optional.empty();

  MouseAim(Robot robot, Component target) {
    this.robot = robot;
    this.target = target;
    Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.MOUSE_MOTION_EVENT_MASK);
  }

  private void seen(AWTEvent event) {
    MouseEvent mouse = (MouseEvent) event;
    if (SwingUtilities.isDescendingFrom(mouse.getComponent(), target)) {
      arrived =
          Optional.of(SwingUtilities.convertPoint(mouse.getComponent(), mouse.getPoint(), target));
    }
  }

  /** Moves the mouse over the target; the display server says where in it the mouse arrives. */
  boolean isTrue() throws InterruptedException {
    Point middle = new Point(target.getWidth() / 2, target.getHeight() / 2);
    robot.moveMouse(target, new Point(middle.x - 5, middle.y - 5));
    robot.moveMouse(target, middle);
    robot.waitForIdle();
    Thread.sleep(ARRIVAL_MILLIS);
    return arrived.equals(Optional.of(middle));
  }

  @Override
  public void close() {
    Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
  }
}
