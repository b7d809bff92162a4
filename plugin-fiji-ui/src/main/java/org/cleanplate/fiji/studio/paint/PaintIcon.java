package org.cleanplate.fiji.studio.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;
import org.cleanplate.fiji.studio.regions.Brush;

/** Pictures of the tools, drawn, so that they are sharp on any screen and fit light and dark. */
enum PaintIcon implements Icon {
  /** Four arrows. */
  MOVE {
    @Override
    void draw(Graphics2D graphics) {
      for (int quarter = 0; quarter < 4; quarter++) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(9, 9);
        arrow.lineTo(9, 2);
        arrow.moveTo(6.5, 4.5);
        arrow.lineTo(9, 2);
        arrow.lineTo(11.5, 4.5);
        graphics.draw(
            AffineTransform.getQuadrantRotateInstance(quarter, 9, 9).createTransformedShape(arrow));
      }
    }
  },
  /** A dab with a plus. */
  KEEP {
    @Override
    void draw(Graphics2D graphics) {
      dab(graphics, PaintColours.line(Brush.KEEP));
      line(graphics, 9, 5.5, 9, 12.5);
      line(graphics, 5.5, 9, 12.5, 9);
    }
  },
  /** A dab with a minus. */
  REMOVE {
    @Override
    void draw(Graphics2D graphics) {
      dab(graphics, PaintColours.line(Brush.REMOVE));
      line(graphics, 5.5, 9, 12.5, 9);
    }
  },
  /** A slanted block with its rubber end marked off. */
  ERASE {
    @Override
    void draw(Graphics2D graphics) {
      Path2D block = new Path2D.Double();
      block.moveTo(3, 11);
      block.lineTo(10, 3);
      block.lineTo(15, 7.5);
      block.lineTo(8, 15.5);
      block.closePath();
      graphics.draw(block);
      line(graphics, 6, 7.6, 11, 12);
    }
  },
  UNDO {
    @Override
    void draw(Graphics2D graphics) {
      back(graphics);
    }
  },
  REDO {
    @Override
    void draw(Graphics2D graphics) {
      graphics.transform(new AffineTransform(-1, 0, 0, 1, SIZE, 0));
      back(graphics);
    }
  };

  private static final int SIZE = 18;

  /** Draws in a square of {@value #SIZE} units, in the colour of the text. */
  abstract void draw(Graphics2D graphics);

  private static void dab(Graphics2D graphics, Color colour) {
    graphics.setColor(colour);
    graphics.fill(new Ellipse2D.Double(2, 2, 14, 14));
    graphics.setColor(Color.BLACK);
  }

  private static void line(Graphics2D graphics, double x0, double y0, double x1, double y1) {
    Path2D line = new Path2D.Double();
    line.moveTo(x0, y0);
    line.lineTo(x1, y1);
    graphics.draw(line);
  }

  private static void back(Graphics2D graphics) {
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(6.5, 3);
    arrow.lineTo(3, 6.5);
    arrow.lineTo(6.5, 10);
    arrow.moveTo(3, 6.5);
    arrow.lineTo(10.5, 6.5);
    arrow.curveTo(16.5, 6.5, 16.5, 14.5, 10.5, 14.5);
    arrow.lineTo(7, 14.5);
    graphics.draw(arrow);
  }

  @Override
  public void paintIcon(Component component, Graphics graphics, int x, int y) {
    Graphics2D drawn = (Graphics2D) graphics.create();
    drawn.translate(x, y);
    drawn.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawn.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawn.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    drawn.setColor(component.isEnabled() ? component.getForeground() : Color.GRAY);
    draw(drawn);
    drawn.dispose();
  }

  @Override
  public int getIconWidth() {
    return SIZE;
  }

  @Override
  public int getIconHeight() {
    return SIZE;
  }
}
