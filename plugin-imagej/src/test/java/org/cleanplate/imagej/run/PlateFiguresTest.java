package org.cleanplate.imagej.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.Map;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.PlateModel;
import org.junit.jupiter.api.Test;

class PlateFiguresTest {
  private final Frame frame = Frame.allocate(new FrameFormat(4, 4, PixelLayout.GRAY_8));

  /** A plate whose gain follows the frame's number. */
  private final PlateModel plate =
      new PlateModel() {
        private double gain;

        @Override
        public String description() {
          return "gains";
        }

        @Override
        public Frame plateFor(Frame source) {
          gain = 1 + source.index() / 10.0;
          return source;
        }

        @Override
        public Map<String, Double> figures() {
          return Map.of("Plate gain", gain);
        }
      };

  @Test
  void keepsTheFiguresOfEachFrameUntilTheyAreTaken() throws IOException {
    PlateFigures figures = PlateFigures.of(true);
    PlateModel kept = figures.keptOf(plate);
    for (int i = 0; i < 3; i++) {
      frame.stamp(i, 0);
      kept.plateFor(frame);
    }

    assertEquals(Map.of("Plate gain", 1.1), figures.take(1));
    assertEquals(Map.of("Plate gain", 1.0), figures.take(0));
    assertEquals(Map.of(), figures.take(1), "They are handed out once");
  }

  @Test
  void keepsNothingWithoutATable() {
    assertSame(plate, PlateFigures.of(false).keptOf(plate));
  }
}
