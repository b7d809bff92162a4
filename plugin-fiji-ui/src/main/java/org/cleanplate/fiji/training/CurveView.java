package org.cleanplate.fiji.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.cleanplate.training.RunTable;

/** A curve as it grows, from zero to its largest value; long ones with a running mean. */
final class CurveView extends JPanel {
  private static final long serialVersionUID = 1;
  private static final Color LINE = new Color(0x2F80ED);
  private static final float FAINT = 0.3f;

  /** Points up to which each is a dot, and there is no mean. */
  private static final int FEW = 50;

  private static final int MARGIN = 8;
  private static final int TICKS = 4;

  private final String title;
  private transient Curve curve = Curve.EMPTY;
  private double lastStep;

  CurveView(String name, String title) {
    this.title = title;
    setName(name);
    setOpaque(false);
    setPreferredSize(new Dimension(320, 170));
    setMinimumSize(new Dimension(140, 90));
    getAccessibleContext().setAccessibleName(title);
  }

  /**
   * Shows a curve.
   *
   * @param steps to which the axis reaches at least
   */
  void show(Curve shown, int steps) {
    curve = shown;
    lastStep = Math.max(steps, shown.lastStep());
    setToolTipText(
        shown.length() == 0
            ? title
            : String.format(Locale.ROOT, "%s: %.4g", title, shown.values()[shown.length() - 1]));
    repaint();
  }

  Curve shown() {
    return curve;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D drawn = (Graphics2D) graphics.create();
    drawn.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawn.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawn.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    FontMetrics text = drawn.getFontMetrics();
    double top = niceAbove(curve.largestValue());
    int left = MARGIN + widest(text, top) + 6;
    int up = text.getHeight() + 6;
    Rectangle2D.Double plot =
        new Rectangle2D.Double(
            left, up, getWidth() - left - MARGIN, getHeight() - up - text.getHeight() - 6);
    if (plot.width > 20 && plot.height > 20) {
      axes(drawn, plot, top);
      curve(drawn, plot, top);
    }
    drawn.dispose();
  }

  private static int widest(FontMetrics text, double top) {
    int width = 0;
    for (int tick = 0; tick <= TICKS; tick++) {
      width = Math.max(width, text.stringWidth(label(top * tick / TICKS)));
    }
    return width;
  }

  private void axes(Graphics2D drawn, Rectangle2D.Double plot, double top) {
    FontMetrics text = drawn.getFontMetrics();
    drawn.setColor(UIManager.getColor("TextField.background"));
    drawn.fill(plot);
    for (int tick = 0; tick <= TICKS; tick++) {
      double y = plot.getMaxY() - plot.height * tick / TICKS;
      drawn.setColor(faint(getForeground()));
      drawn.draw(new Line2D.Double(plot.x, y, plot.getMaxX(), y));
      String value = label(top * tick / TICKS);
      drawn.setColor(getForeground());
      drawn.drawString(
          value,
          (float) plot.x - 6 - text.stringWidth(value),
          (float) y + text.getAscent() / 2f - 2);
    }
    drawn.drawString(title, (float) plot.x, text.getAscent() + 2f);
    String last = "step " + (long) lastStep;
    float below = (float) plot.getMaxY() + text.getAscent() + 4;
    drawn.drawString("0", (float) plot.x, below);
    drawn.drawString(last, (float) plot.getMaxX() - text.stringWidth(last), below);
  }

  private void curve(Graphics2D drawn, Rectangle2D.Double plot, double top) {
    boolean few = curve.length() <= FEW;
    drawn.setColor(few ? LINE : faint(LINE));
    drawn.setStroke(new BasicStroke(few ? 2 : 1));
    drawn.draw(path(plot, top, curve.values()));
    if (few) {
      for (int i = 0; i < curve.length(); i++) {
        double x = x(plot, curve.steps()[i]);
        double y = y(plot, top, curve.values()[i]);
        drawn.fill(new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5));
      }
      return;
    }
    drawn.setColor(LINE);
    drawn.setStroke(new BasicStroke(2));
    drawn.draw(path(plot, top, RunTable.runningMean(curve.values())));
  }

  private Path2D path(Rectangle2D.Double plot, double top, double[] values) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < values.length; i++) {
      double x = x(plot, curve.steps()[i]);
      double y = y(plot, top, values[i]);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }

  private double x(Rectangle2D.Double plot, double step) {
    return plot.x + plot.width * step / Math.max(1, lastStep);
  }

  private static double y(Rectangle2D.Double plot, double top, double value) {
    return plot.getMaxY() - plot.height * Math.max(0, Math.min(1, value / top));
  }

  private static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * FAINT));
  }

  private static String label(double value) {
    return String.format(Locale.ROOT, "%.3g", value)
        .replaceFirst("(\\.\\d*?)0+$", "$1")
        .replaceFirst("\\.$", "");
  }

  /** The next of 1, 2, 4, 6, 8, 10 times a power of ten. */
  private static double niceAbove(double value) {
    if (!(value > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (int factor : new int[] {1, 2, 4, 6, 8}) {
      if (value <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
