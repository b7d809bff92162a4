package org.cleanplate.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;

class HalfSizePlateTest {
  private static final FrameFormat WHOLE = new FrameFormat(40, 30, PixelLayout.GRAY_8);

  @Test
  void asksForThePlaceInTheSequenceAndCoversTheHalvedPart() throws IOException {
    PlateModel plate =
        new PlateModel() {
          @Override
          public String description() {
            return "covers the left half";
          }

          @Override
          public Frame plateFor(Frame source) {
            Frame picture = Frame.allocate(source.format());
            picture.stamp(source.index(), source.timeMicros(), Coverage.of(20, 30));
            return picture;
          }
        };
    Frame frame = Frame.allocate(new FrameFormat(20, 15, PixelLayout.GRAY_8));
    frame.stamp(6, 60);

    Frame half = new HalfSizePlate(plate, WHOLE).plateFor(frame);

    assertEquals(6, half.index());
    assertEquals(frame.format(), half.format());
    for (int x = 0; x < 20; x++) {
      assertEquals(x < 10, half.coverage().covers(x, 7), "column " + x);
    }
  }
}
