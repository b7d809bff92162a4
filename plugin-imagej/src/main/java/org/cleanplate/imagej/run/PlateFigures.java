package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.ForwardingPlate;
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

  private final class Kept extends ForwardingPlate {
    private Kept(PlateModel plate) {
      super(plate);
    }

    @Override
    public boolean isFixed() {
      return plate().isFixed();
    }

    @Override
    public Frame plateFor(Frame source) throws IOException {
      Frame given = plate().plateFor(source);
      Map<String, Double> figures = figures();
      if (!figures.isEmpty()) {
        byFrame.put(source.index(), Map.copyOf(figures));
      }
      return given;
    }
  }
}
