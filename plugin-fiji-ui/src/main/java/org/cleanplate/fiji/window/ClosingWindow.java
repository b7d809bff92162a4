package org.cleanplate.fiji.window;

import ij.IJ;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.WindowConstants;

/** How a window of Cleanplate is closed, with ImageJ's icon. Used by the event thread. */
public final class ClosingWindow {
  private ClosingWindow() {}

  /**
   * Gives a window ImageJ's icon, and its closing into other hands.
   *
   * @param close asked by the person; is to dispose of the window, or not
   */
  public static void prepare(JFrame frame, Runnable close) {
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            close.run();
          }
        });
    Optional.ofNullable(IJ.getInstance())
        .ifPresent(main -> frame.setIconImage(main.getIconImage()));
  }

  /**
   * Whether the person closes the window although a run is going on.
   *
   * @param consequence what becomes of the run
   */
  public static boolean isConfirmed(JFrame frame, String consequence) {
    int answer =
        JOptionPane.showConfirmDialog(
            frame,
            "A run is going on. " + consequence,
            frame.getTitle(),
            JOptionPane.OK_CANCEL_OPTION);
    return answer == JOptionPane.OK_OPTION;
  }
}
