package org.cleanplate.imagej.run;

import ij.IJ;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.WholeFile;
import org.cleanplate.training.RunTable;

/**
 * The curves of a run, from the tables in its folder, so that those of earlier calls are in them:
 * as PNG files there, and in windows if there is a display.
 */
final class TrainingPlots {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;

  /** Points up to which a curve is drawn as it is, without a running mean. */
  private static final int FEW = 50;

  private final Path folder;
  private final List<Curve> curves =
      List.of(
          new Curve("curve.csv", "loss.png", "Training loss", "total", 1),
          new Curve(
              "validation.csv",
              "validation.png",
              "Mean absolute difference of alpha (thousandths)",
              "mean_absolute_difference",
              1000));
  private final List<Optional<PlotWindow>> windows =
      new ArrayList<>(List.of(Optional.empty(), Optional.empty()));

  /**
   * One column of a table over the steps.
   *
   * @param scale factor on the numbers
   */
  private record Curve(String table, String picture, String title, String column, double scale) {}

  TrainingPlots(Path folder) {
    this.folder = folder;
  }

  /** Writes the PNG files of those curves that have points. */
  void write() {
    for (Curve curve : curves) {
      Path file = folder.resolve(curve.picture());
      draw(curve)
          .ifPresent(
              plot -> {
                try {
                  WholeFile.write(
                      file,
                      temporary ->
                          ImageIO.write(
                              plot.getProcessor().getBufferedImage(), "png", temporary.toFile()));
                } catch (IOException e) {
                  throw new MattingException("Cannot write " + file + ": " + e.getMessage(), e);
                }
              });
    }
  }

  /** Opens the windows, or draws in them anew; does nothing in batch mode or without a display. */
  void show() {
    if (GraphicsEnvironment.isHeadless() || IJ.getInstance() == null || Interpreter.isBatchMode()) {
      return;
    }
    for (int i = 0; i < windows.size(); i++) {
      int number = i;
      draw(curves.get(i)).ifPresent(plot -> show(number, plot));
    }
  }

  private void show(int number, Plot plot) {
    Optional<PlotWindow> window = windows.get(number);
    if (window.isEmpty()) {
      windows.set(number, Optional.of(plot.show()));
    } else if (window.get().isVisible()) {
      window.get().drawPlot(plot);
    }
  }

  private Optional<Plot> draw(Curve curve) {
    RunTable table = RunTable.read(folder.resolve(curve.table()));
    if (table.isEmpty()) {
      return Optional.empty();
    }
    double[] steps = table.column(RunTable.STEP);
    double[] values = table.column(curve.column());
    for (int i = 0; i < values.length; i++) {
      values[i] *= curve.scale();
    }
    Plot plot = new Plot(curve.title(), "Step", curve.title());
    plot.setFrameSize(WIDTH, HEIGHT);
    if (values.length > FEW) {
      plot.setColor("#B0B0B0");
      plot.add("line", steps, values);
    }
    plot.setColor("blue");
    plot.setLineWidth(2);
    plot.add("line", steps, values.length > FEW ? RunTable.runningMean(values) : values);
    plot.setLineWidth(1);
    plot.setLimits(Double.NaN, Double.NaN, 0, Double.NaN);
    return Optional.of(plot);
  }
}
