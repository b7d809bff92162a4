package org.cleanplate.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.PlateModel;
import org.junit.jupiter.api.Test;

class PlatedFrameTest {
  private static final FrameFormat FORMAT = new FrameFormat(40, 30, PixelLayout.GRAY_8);

  /** One buffer, at first covered in part, then wholly. */
  private static final class MovingPlate implements PlateModel {
    private final Frame moved = Frame.allocate(FORMAT);
    private int asked;

    @Override
    public String description() {
      return "moving";
    }

    @Override
    public Frame plateFor(Frame source) {
      moved.stamp(asked, asked, asked == 0 ? Coverage.of(20, 30) : Coverage.EVERYTHING);
      asked++;
      return moved;
    }
  }

  @Test
  void aCopiedPlateCoversWhatItCoveredThen() throws IOException {
    PlateModel plates = new MovingPlate();
    PlatedFrame first = new PlatedFrame(FORMAT);
    PlatedFrame second = new PlatedFrame(FORMAT);

    first.takePlate(plates);
    second.takePlate(plates);

    assertNotSame(first.plate(), second.plate());
    assertEquals(Coverage.of(20, 30), first.plate().coverage());
    assertEquals(Coverage.EVERYTHING, second.plate().coverage());
  }

  @Test
  void aBufferThatIsFilledAgainForgetsWhatItCovered() throws IOException {
    PlateModel plates = new MovingPlate();
    PlatedFrame frame = new PlatedFrame(FORMAT);

    frame.takePlate(plates);
    frame.takePlate(plates);

    assertEquals(Coverage.EVERYTHING, frame.plate().coverage());
    assertEquals(1, frame.plate().index());
  }
}
