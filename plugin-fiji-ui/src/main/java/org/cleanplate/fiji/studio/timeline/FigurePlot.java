package org.cleanplate.fiji.studio.timeline;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.cleanplate.fiji.studio.model.FrameFigures;

/**
 * Coverage and expected error over the frames, each against its largest value; what is known of
 * other options than those of now is paler. A click, or a drag, goes to a frame.
 */
final class FigurePlot extends JPanel {
  private static final long serialVersionUID = 1;
  static final Color COVERAGE = new Color(0x2F80ED);
  static final Color ERROR = new Color(0xEB6E34);
  private static final float STALE_OPACITY = 0.35f;

  /** Errors below would look like much if they filled the plot. */
  private static final double LEAST_ERROR = 0.01;

  private static final double LEAST_COVERAGE = 0.02;

  private static final double DOT = 1.2;
  private static final int TOP = 4;

  private transient FrameFigures figures = new FrameFigures(0);
  private int frame;
  private int left = 8;
  private int right = 8;

  /**
   * @param jump goes to a frame, from 0
   */
  FigurePlot(IntConsumer jump) {
    setName("plot");
    setOpaque(false);
    setPreferredSize(new Dimension(300, 64));
    setMinimumSize(new Dimension(100, 40));
    setToolTipText("");
    getAccessibleContext().setAccessibleName("Coverage and expected error of each frame");
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            jump(event);
          }

          @Override
          public void mouseDragged(MouseEvent event) {
            jump(event);
          }

          private void jump(MouseEvent event) {
            frameAt(event.getX()).ifPresent(jump::accept);
          }
        };
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
  }

  void show(FrameFigures shown, int current) {
    figures = shown;
    frame = current;
    repaint();
  }

  /** Lies under a slider whose first and last value are so far from its edges. */
  void align(int fromLeft, int fromRight) {
    left = fromLeft;
    right = fromRight;
    repaint();
  }

  private Optional<Integer> frameAt(int x) {
    int last = figures.frameCount() - 1;
    if (last < 0) {
      return Optional.empty();
    }
    double share = (double) (x - left) / Math.max(1, getWidth() - left - right);
    return Optional.of((int) Math.round(Math.max(0, Math.min(1, share)) * last));
  }

  private double x(double number) {
    int last = Math.max(1, figures.frameCount() - 1);
    return left + number / last * (getWidth() - left - right);
  }

  private double y(double share) {
    return getHeight() - 1.5 - Math.min(1, share) * (getHeight() - TOP - 3);
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    return frameAt(event.getX()).map(this::describe).orElse("No frames");
  }

  private String describe(int number) {
    if (!figures.isKnown(number)) {
      return "Frame " + (number + 1) + ": not matted yet";
    }
    String text =
        String.format(
            Locale.ROOT,
            "Frame %d: coverage %.1f %%, expected error %.4f",
            number + 1,
            100 * figures.coverage(number),
            figures.meanError(number));
    return figures.isFresh(number) ? text : text + " (with other options)";
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D drawn = (Graphics2D) graphics.create();
    drawn.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawn.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawn.setColor(UIManager.getColor("TextField.background"));
    drawn.fill(new Rectangle2D.Double(left - 2, 0, getWidth() - left - right + 4, getHeight()));
    double most = figures.largestError(LEAST_ERROR);
    double covered = figures.largestCoverage(LEAST_COVERAGE);
    curve(drawn, COVERAGE, number -> figures.coverage(number) / covered);
    curve(drawn, ERROR, number -> figures.meanError(number) / most);
    if (figures.frameCount() > 0) {
      drawn.setColor(getForeground());
      drawn.setStroke(new BasicStroke(1));
      drawn.draw(new Line2D.Double(x(frame), 0, x(frame), getHeight()));
    }
    drawn.dispose();
  }

  private void curve(Graphics2D drawn, Color colour, IntToDoubleFunction share) {
    drawn.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (boolean fresh : new boolean[] {false, true}) {
      drawn.setColor(fresh ? colour : pale(colour));
      drawn.draw(line(share, fresh));
    }
  }

  private static Color pale(Color colour) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * STALE_OPACITY));
  }

  /** Neighbours are joined; a frame on its own is a dot. */
  private Path2D line(IntToDoubleFunction share, boolean fresh) {
    Path2D path = new Path2D.Double();
    boolean joined = false;
    for (int i = 0; i < figures.frameCount(); i++) {
      boolean seen =
          figures.isKnown(i)
              && figures.isFresh(i) == fresh
              && !Double.isNaN(share.applyAsDouble(i));
      if (seen) {
        double y = y(share.applyAsDouble(i));
        if (joined) {
          path.lineTo(x(i), y);
        } else {
          path.append(new Ellipse2D.Double(x(i) - DOT, y - DOT, 2 * DOT, 2 * DOT), false);
          path.moveTo(x(i), y);
        }
      }
      joined = seen;
    }
    return path;
  }
}
