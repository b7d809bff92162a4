package org.cleanplate.samples.card;

import ij.gui.Plot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.cleanplate.training.RunTable;

/**
 * Loss and validation of the rounds of a model, one after another: over steps above, over hours
 * below. A round that starts with other pictures starts at another height.
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
    new Color(0x1F77B4), new Color(0xFF7F0E), new Color(0x2CA02C), new Color(0xD62728), Color.GRAY
  };

  BufferedImage draw() {
    BufferedImage[] plots = {
      plot("Training loss", "Step", RunTable.STEP, false),
      plot("Validation, MAD x 1000", "Step", RunTable.STEP, true),
      plot("Training loss", "Hours", TrainingRound.HOURS, false),
      plot("Validation, MAD x 1000", "Hours", TrainingRound.HOURS, true)
    };
    int width = plots[0].getWidth();
    int height = plots[0].getHeight();
    BufferedImage all = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = all.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, 2 * width, 2 * height);
    for (int i = 0; i < plots.length; i++) {
      canvas.drawImage(plots[i], i % 2 * width, i / 2 * height, null);
    }
    canvas.dispose();
    return all;
  }

  private BufferedImage plot(String title, String across, String column, boolean validation) {
    Plot plot = new Plot(title, across, title);
    plot.setFrameSize(WIDTH, HEIGHT);
    plot.setFontSize(FONT_SIZE);
    double offset = 0;
    StringBuilder legend = new StringBuilder();
    for (int i = 0; i < rounds.size(); i++) {
      TrainingRound round = rounds.get(i);
      RunTable table = validation ? round.validations() : round.losses();
      double[] x = plus(table.column(column), offset);
      double scale = validation ? THOUSANDTHS : 1;
      String values = validation ? TrainingRound.MAD : TrainingRound.LOSS;
      Color color = COLORS[i % COLORS.length];
      plot.setColor(color, color);
      plot.setLineWidth(2);
      plot.add(validation ? "connected circle" : "line", x, times(table.column(values), scale));
      legend.append(round.name()).append('\n');
      offset += column.equals(RunTable.STEP) ? round.steps() : round.hours();
    }
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.setLimits(0, offset, 0, Double.NaN);
    plot.setLegend(legend.toString(), Plot.AUTO_POSITION);
    return plot.getProcessor().getBufferedImage();
  }

  private static double[] plus(double[] values, double offset) {
    return Arrays.stream(values).map(value -> value + offset).toArray();
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }
}
