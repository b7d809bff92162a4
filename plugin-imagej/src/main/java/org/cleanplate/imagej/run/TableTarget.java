package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.result.MatteTable;
import org.cleanplate.matte.MaskOptions;
import org.cleanplate.matte.MeasuringSink;
import org.cleanplate.network.graph.Layer;

/** A row for each frame, in a table window or a CSV file. */
final class TableTarget implements ResultTarget {
  private static final long BYTES_PER_ROW = 512;

  private final MatteTable table;
  private final MaskOptions mask;
  private final List<SeriesView> series;
  private final Set<Layer> layers = EnumSet.of(Layer.ALPHA_FLOAT);
  private final Optional<Path> file;
  private final String title;
  private final PlateFigures plates;
  private final RunLog log;
  private final long frames;
  private int opened;

  /**
   * Nothing is shown or written yet.
   *
   * @param frames how many rows there may be
   * @param file where to write the table; empty to show it under {@code title}
   * @param plates what is found of the plates of these frames
   * @throws MattingException if it cannot be shown
   */
  TableTarget(
      MatteTable table,
      MaskOptions mask,
      MattingEngine engine,
      List<SeriesView> series,
      long frames,
      String title,
      Optional<Path> file,
      PlateFigures plates,
      RunLog log) {
    this.table = table;
    this.mask = mask;
    this.series = series;
    this.frames = frames;
    this.title = title;
    this.file = file;
    this.plates = plates;
    this.log = log;
    if (file.isEmpty() && GraphicsEnvironment.isHeadless()) {
      throw new MattingException(
          "There is no table window without a display: write the table to a file with save=");
    }
    for (Layer optional : List.of(Layer.ERROR_MAP, Layer.REFINED_REGIONS)) {
      if (engine.offers(optional)) {
        layers.add(optional);
      }
    }
  }

  @Override
  public Set<Layer> layers() {
    return layers;
  }

  @Override
  public long heapBytes() {
    return BYTES_PER_ROW * frames;
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) {
    SeriesView view = series.get(opened++);
    return List.of(
        new MeasuringSink(
            mask,
            view.levels(),
            layers,
            row -> table.add(view.places().apply(row.index()), row, plates.take(row.index()))));
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) throws IOException {
    if (opened == series.size()) {
      if (file.isPresent()) {
        table.writeCsv(file.get());
      } else {
        table.toResultsTable().show(title);
      }
      log.table(table);
    }
    return List.of();
  }

  @Override
  public List<Path> files() {
    return opened == series.size() ? file.stream().toList() : List.of();
  }
}
