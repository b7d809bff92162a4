package org.cleanplate.fiji.training;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JPanel;

/** The picture of a validation, as large as there is room, under the names of its columns. */
final class PictureView extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String[] COLUMNS = {"Frame", "Plate", "True alpha", "Found alpha"};
  private static final int GAP = 16;
  private static final String NONE = "Pictures of the validation appear here";

  private transient Optional<BufferedImage> picture = Optional.empty();
  private transient Optional<String> caption = Optional.empty();

  PictureView() {
    setName("validation-picture");
    setOpaque(false);
    setPreferredSize(new Dimension(520, 380));
    setMinimumSize(new Dimension(200, 120));
    getAccessibleContext().setAccessibleName("Validation: frame, plate, true alpha, found alpha");
  }

  void show(Optional<BufferedImage> shown, Optional<String> words) {
    picture = shown;
    caption = words;
    repaint();
  }

  Optional<BufferedImage> shown() {
    return picture;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D drawn = (Graphics2D) graphics.create();
    drawn.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    drawn.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawn.setColor(getForeground());
    if (picture.isPresent()) {
      paint(drawn, picture.get());
    } else {
      int width = drawn.getFontMetrics().stringWidth(NONE);
      drawn.drawString(NONE, (getWidth() - width) / 2, getHeight() / 2);
    }
    drawn.dispose();
  }

  /** The rows of the picture, in as many blocks side by side as makes them largest. */
  private void paint(Graphics2D drawn, BufferedImage image) {
    int line = drawn.getFontMetrics().getHeight() + 2;
    int tile = image.getWidth() / COLUMNS.length;
    int rows = Math.max(1, image.getHeight() / tile);
    int blocks = 1;
    for (int count = 2; count <= rows; count++) {
      blocks = zoom(image, tile, rows, count) > zoom(image, tile, rows, blocks) ? count : blocks;
    }
    double zoom = zoom(image, tile, rows, blocks);
    int perBlock = (rows + blocks - 1) / blocks;
    int width = (int) (image.getWidth() * zoom);
    int left = (getWidth() - blocks * width - (blocks - 1) * GAP) / 2;
    for (int block = 0; block < blocks; block++) {
      int x = left + block * (width + GAP);
      int first = block * perBlock;
      int last = Math.min(rows, first + perBlock);
      int height = (int) ((last - first) * tile * zoom);
      titles(drawn, x, width);
      drawn.drawImage(
          image,
          x,
          line,
          x + width,
          line + height,
          0,
          first * tile,
          image.getWidth(),
          last * tile,
          null);
    }
    int below = line + (int) (perBlock * tile * zoom) + drawn.getFontMetrics().getAscent() + 2;
    drawn.drawString(caption.orElse(""), left, below);
  }

  private double zoom(BufferedImage image, int tile, int rows, int blocks) {
    int line = getFontMetrics(getFont()).getHeight() + 2;
    int perBlock = (rows + blocks - 1) / blocks;
    double wide = (double) (getWidth() - (blocks - 1) * GAP) / (blocks * image.getWidth());
    double high = (double) (getHeight() - 2 * line) / (perBlock * tile);
    return Math.max(0.01, Math.min(wide, high));
  }

  /** Over their columns, if there is room. */
  private static void titles(Graphics2D drawn, int x, int width) {
    FontMetrics text = drawn.getFontMetrics();
    int column = width / COLUMNS.length;
    for (int i = 0; i < COLUMNS.length; i++) {
      if (text.stringWidth(COLUMNS[i]) < column) {
        drawn.drawString(COLUMNS[i], x + i * column, text.getAscent());
      }
    }
  }
}
