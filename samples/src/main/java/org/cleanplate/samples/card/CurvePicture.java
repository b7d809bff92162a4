package org.cleanplate.samples.card;

import ij.gui.Plot;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.cleanplate.training.RunTable;

/**
 * Loss and validation of the rounds of a model, one after another: over steps above, over hours
 * below, the rounds' names under all. A round that starts with other pictures starts at another
 * height.
 *
 * @param rounds the first first
 */
record CurvePicture(List<TrainingRound> rounds) {
  private static final int WIDTH = 430;
  private static final int HEIGHT = 210;
  private static final int FONT_SIZE = 13;

  /** A validation's mean absolute difference is told in thousandths. */
  private static final double THOUSANDTHS = 1000;

  private static final Color[] COLORS = {
    new Color(0x1F77B4),
    new Color(0xFF7F0E),
    new Color(0x2CA02C),
    new Color(0xD62728),
    Color.GRAY,
    new Color(0x17BECF),
    new Color(0x9467BD),
    new Color(0x8C564B),
    new Color(0xE377C2),
    new Color(0xBCBD22)
  };

  private static final int LEGEND_HEIGHT = 30;
  private static final int LINE_LENGTH = 24;
  private static final int GAP = 8;

  BufferedImage draw() {
    BufferedImage[] plots = {
      plot("Training loss", "Step", RunTable.STEP, false),
      plot("Validation, MAD x 1000", "Step", RunTable.STEP, true),
      plot("Training loss", "Hours", TrainingRound.HOURS, false),
      plot("Validation, MAD x 1000", "Hours", TrainingRound.HOURS, true)
    };
    int width = plots[0].getWidth();
    int height = plots[0].getHeight();
    BufferedImage all =
        new BufferedImage(2 * width, 2 * height + LEGEND_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = all.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, all.getWidth(), all.getHeight());
    for (int i = 0; i < plots.length; i++) {
      canvas.drawImage(plots[i], i % 2 * width, i / 2 * height, null);
    }
    canvas.translate(0, 2 * height);
    drawLegend(canvas, all.getWidth());
    canvas.dispose();
    return all;
  }

  /** Names beside lines of their colours, in one row. */
  private void drawLegend(Graphics2D canvas, int width) {
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
    int middle = LEGEND_HEIGHT / 2;
    int each = width / rounds.size();
    for (int i = 0; i < rounds.size(); i++) {
      int left = i * each + GAP;
      canvas.setColor(color(i));
      canvas.fillRect(left, middle - 1, LINE_LENGTH, 3);
      canvas.setColor(Color.BLACK);
      canvas.drawString(rounds.get(i).name(), left + LINE_LENGTH + GAP, middle + FONT_SIZE / 2 - 1);
    }
  }

  private static Color color(int round) {
    return COLORS[round % COLORS.length];
  }

  private BufferedImage plot(String title, String across, String column, boolean validation) {
    Plot plot = new Plot(title, across, title);
    plot.setFrameSize(WIDTH, HEIGHT);
    plot.setFontSize(FONT_SIZE);
    double offset = 0;
    for (int i = 0; i < rounds.size(); i++) {
      TrainingRound round = rounds.get(i);
      RunTable table = validation ? round.validations() : round.losses();
      double[] x = plus(table.column(column), offset);
      double scale = validation ? THOUSANDTHS : 1;
      String values = validation ? TrainingRound.MAD : TrainingRound.LOSS;
      plot.setColor(color(i), color(i));
      plot.setLineWidth(2);
      plot.add(validation ? "connected circle" : "line", x, times(table.column(values), scale));
      offset += column.equals(RunTable.STEP) ? round.steps() : round.hours();
    }
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.setLimits(0, offset, 0, Double.NaN);
    return plot.getProcessor().getBufferedImage();
  }

  private static double[] plus(double[] values, double offset) {
    return Arrays.stream(values).map(value -> value + offset).toArray();
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }
}
