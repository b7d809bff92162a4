package org.cleanplate.evaluation;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanplate.metric.AlphaPlane;

/**
 * A picture to judge by eye: a row for each sample with frame, plate, true alpha and the alpha of
 * each predictor, captioned with its error.
 */
final class ContactSheet {
  private static final int CELL_WIDTH = 300;
  private static final int CAPTION_HEIGHT = 18;
  private static final int GAP = 4;

  private final List<List<Cell>> rows = new ArrayList<>();

  private record Cell(BufferedImage thumbnail, String caption) {}

  /** Starts the row of a sample. */
  void startRow(EvaluationSample sample) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell(thumbnail(RgbImage.of(sample.source())), sample.name()));
    row.add(new Cell(thumbnail(RgbImage.of(sample.cleanPlate())), "plate"));
    row.add(new Cell(thumbnail(RgbImage.of(sample.truth())), "true alpha"));
    rows.add(row);
  }

  /** Adds an alpha to the last row. */
  void add(AlphaPlane alpha, ImageScore score) {
    String caption =
        String.format(
            Locale.ROOT,
            "%s: MAD %.1fe-3",
            score.predictor(),
            score.meanAbsoluteDifference() * 1000);
    rows.get(rows.size() - 1).add(new Cell(thumbnail(RgbImage.of(alpha)), caption));
  }

  int rowCount() {
    return rows.size();
  }

  /** The whole sheet, of at least one row. */
  BufferedImage draw() {
    int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
    int height = rows.stream().mapToInt(ContactSheet::heightOf).sum();
    BufferedImage sheet =
        new BufferedImage(columns * (CELL_WIDTH + GAP) - GAP, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = sheet.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    int y = 0;
    for (List<Cell> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        draw(canvas, row.get(column), column * (CELL_WIDTH + GAP), y);
      }
      y += heightOf(row);
    }
    canvas.dispose();
    return sheet;
  }

  private static void draw(Graphics2D canvas, Cell cell, int x, int y) {
    canvas.setColor(Color.BLACK);
    canvas.setClip(x, y, CELL_WIDTH, CAPTION_HEIGHT);
    canvas.drawString(cell.caption, x + 2, y + CAPTION_HEIGHT - 5);
    canvas.setClip(null);
    canvas.drawImage(cell.thumbnail, x, y + CAPTION_HEIGHT, null);
  }

  private static int heightOf(List<Cell> row) {
    return CAPTION_HEIGHT + row.get(0).thumbnail.getHeight() + GAP;
  }

  /** Shrunk by halves first, so that every pixel counts. */
  private static BufferedImage thumbnail(BufferedImage image) {
    BufferedImage smaller = image;
    while (smaller.getWidth() >= 2 * CELL_WIDTH) {
      smaller = resized(smaller, smaller.getWidth() / 2, Math.max(1, smaller.getHeight() / 2));
    }
    int height = Math.max(1, Math.round((float) CELL_WIDTH * image.getHeight() / image.getWidth()));
    return resized(smaller, CELL_WIDTH, height);
  }

  private static BufferedImage resized(BufferedImage image, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return result;
  }
}
