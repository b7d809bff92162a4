package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.PlateModel;

/**
 * What is found of the plate for each frame, kept from when the frame is read until its row of the
 * table is written. Any thread may ask.
 *
 * @param wanted whether there is a table; without one nothing is kept
 */
record PlateFigures(boolean wanted, Map<Long, Map<String, Double>> byFrame) {

  static PlateFigures of(boolean wanted) {
    return new PlateFigures(wanted, new ConcurrentHashMap<>());
  }

  /** The same plate, its figures kept. */
  PlateModel keptOf(PlateModel plate) {
    return wanted ? new Kept(plate) : plate;
  }

  /** The figures of a frame, by column; none if nothing was found. They are handed out once. */
  Map<String, Double> take(long frame) {
    Map<String, Double> figures = byFrame.remove(frame);
    return figures == null ? Map.of() : figures;
  }

  private final class Kept implements PlateModel {
    private final PlateModel plate;

    private Kept(PlateModel plate) {
      this.plate = plate;
    }

    @Override
    public Frame plateFor(Frame source) throws IOException {
      Frame given = plate.plateFor(source);
      Map<String, Double> figures = plate.figures();
      if (!figures.isEmpty()) {
        byFrame.put(source.index(), Map.copyOf(figures));
      }
      return given;
    }

    @Override
    public String description() {
      return plate.description();
    }

    @Override
    public boolean isFixed() {
      return plate.isFixed();
    }

    @Override
    public List<String> remarks() {
      return plate.remarks();
    }

    @Override
    public Map<String, String> properties() {
      return plate.properties();
    }

    @Override
    public Map<String, Double> figures() {
      return plate.figures();
    }

    @Override
    public void close() throws IOException {
      plate.close();
    }
  }
}
