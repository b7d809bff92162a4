package org.cleanplate.samples.card;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Parts of real footage side by side: frame, background, alpha, composite.
 *
 * @param folder of the pictures {@code N-frame.png} and so on, N from 1
 * @param title above the sheet
 * @param rows what each row shows
 */
record FootageSheet(Path folder, String title, List<String> rows) {
  private static final List<String> COLUMNS = List.of("frame", "background", "alpha", "composite");
  private static final int CELL_WIDTH = 200;
  private static final int GAP = 4;
  private static final int LINE_HEIGHT = 22;
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Font BOLD = PLAIN.deriveFont(Font.BOLD);

  FootageSheet {
    rows = List.copyOf(rows);
  }

  BufferedImage draw() throws IOException {
    BufferedImage[][] cells = new BufferedImage[rows.size()][COLUMNS.size()];
    int height = 2 * LINE_HEIGHT;
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        cells[row][column] = read((row + 1) + "-" + COLUMNS.get(column) + ".png");
      }
      height += LINE_HEIGHT + cellHeight(cells[row][0]) + GAP;
    }
    int width = COLUMNS.size() * (CELL_WIDTH + GAP) - GAP;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = sheet.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    text(canvas, BOLD, title, 0, 0);
    for (int column = 0; column < COLUMNS.size(); column++) {
      text(canvas, PLAIN, COLUMNS.get(column), left(column), LINE_HEIGHT);
    }
    int top = 2 * LINE_HEIGHT;
    for (int row = 0; row < rows.size(); row++) {
      text(canvas, BOLD, rows.get(row), 0, top);
      top += LINE_HEIGHT;
      int cellHeight = cellHeight(cells[row][0]);
      for (int column = 0; column < COLUMNS.size(); column++) {
        canvas.drawImage(cells[row][column], left(column), top, CELL_WIDTH, cellHeight, null);
      }
      top += cellHeight + GAP;
    }
    canvas.dispose();
    return sheet;
  }

  private BufferedImage read(String name) throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve(name).toFile());
    if (image == null) {
      throw new IOException("Cannot read " + folder.resolve(name));
    }
    return image;
  }

  private static void text(Graphics2D canvas, Font font, String line, int x, int top) {
    canvas.setFont(font);
    canvas.setColor(Color.BLACK);
    canvas.drawString(line, x + 2, top + LINE_HEIGHT - 6);
  }

  private static int left(int column) {
    return column * (CELL_WIDTH + GAP);
  }

  private static int cellHeight(BufferedImage cell) {
    return Math.round((float) CELL_WIDTH * cell.getHeight() / cell.getWidth());
  }
}
