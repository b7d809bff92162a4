package org.cleanplate.plate.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.testing.SyntheticSource;
import org.junit.jupiter.api.Test;

/** Plates that change with time: of ranges of the source, and of another recording. */
class ChangingPlatesTest {
  private static final FrameFormat PIXEL = new FrameFormat(1, 1, PixelLayout.GRAY_16);

  /** The light is 1000 in frames 0..9, 2000 in 10..19, and so on. */
  private static SyntheticSource steps(long frames) {
    return new SyntheticSource(
        PIXEL,
        frames,
        (index, frame) -> frame.pixels().asShortBuffer().put(0, (short) (1000 * (index / 10 + 1))));
  }

  @Test
  void switchesFromRangeToRange() throws IOException {
    List<SyntheticSource> opened = new ArrayList<>();
    try (RangedPlates plates = ranged(opened, 32, false)) {
      assertEquals(1000, value(plates.plateFor(frame(0))));
      assertEquals(1000, value(plates.plateFor(frame(9))));
      assertEquals(2000, value(plates.plateFor(frame(10))));
      assertEquals(3000, value(plates.plateFor(frame(29))));
      // Two frames are too few for a plate of their own.
      assertEquals(3000, value(plates.plateFor(frame(31))));
      assertEquals("median of up to 75 frames for each 10", plates.description());
      assertEquals("3", plates.properties().get("plate.ranges"));
    }
    assertEquals(1, opened.size());
    assertTrue(opened.get(0).isClosed());
  }

  @Test
  void blendsFromTheMiddleOfARangeToTheMiddleOfTheNext() throws IOException {
    try (RangedPlates plates = ranged(new ArrayList<>(), 30, true)) {
      assertEquals(1000, value(plates.plateFor(frame(0))));
      assertEquals(1000, value(plates.plateFor(frame(4))));
      assertEquals(1450, value(plates.plateFor(frame(9))), 1);
      Frame tenth = plates.plateFor(frame(10));
      assertEquals(1550, value(tenth), 1);
      assertNotSame(tenth, plates.plateFor(frame(11)), "another picture is another object");
      assertEquals(2950, value(plates.plateFor(frame(24))), 1);
      assertEquals(3000, value(plates.plateFor(frame(29))));
    }
  }

  @Test
  void beginsWithinTheRecording() throws IOException {
    try (RangedPlates plates = ranged(new ArrayList<>(), 30, false)) {
      assertEquals(3000, value(plates.plateFor(frame(25))));
    }
  }

  @Test
  void refusesRangesOfTwoFrames() {
    assertThrows(
        MattingException.class,
        () ->
            new RangedPlates(() -> steps(30), new PlateEstimator(), 2, false, new Cancellation()));
  }

  @Test
  void refusesARecordingThatIsTooShort() throws IOException {
    try (RangedPlates plates = ranged(new ArrayList<>(), 2, false)) {
      MattingException e = assertThrows(MattingException.class, () -> plates.plateFor(frame(1)));
      assertTrue(e.getMessage().contains("fewer than 3 frames"), e.getMessage());
    }
  }

  @Test
  void givesEachFrameThePlateOfItsNumber() throws IOException {
    SyntheticSource recording = steps(30);
    PlateSequence plates = new PlateSequence(recording, false, new Cancellation());
    assertEquals(1000, value(plates.plateFor(frame(5))));
    Frame tenth = plates.plateFor(frame(10));
    assertEquals(2000, value(tenth));
    assertNotSame(tenth, plates.plateFor(frame(11)));
    assertEquals(3000, value(plates.plateFor(frame(29))));
    MattingException e = assertThrows(MattingException.class, () -> plates.plateFor(frame(30)));
    assertTrue(e.getMessage().contains("ends before frame 30"), e.getMessage());
    plates.close();
    assertTrue(recording.isClosed());
  }

  @Test
  void givesPlatesOfAnotherDepthWhereSamplesAreFractionsOfWhite() throws IOException {
    try (PlateSequence plates = new PlateSequence(steps(30), true, new Cancellation())) {
      Frame shallow = Frame.allocate(new FrameFormat(1, 1, PixelLayout.GRAY_8));
      shallow.stamp(10, 0);
      Frame tenth = plates.plateFor(shallow);
      assertEquals(PixelLayout.GRAY_8, tenth.format().layout());
      assertEquals(Math.round(2000 / 257.0), tenth.pixels().get(0));
      shallow.stamp(29, 0);
      Frame last = plates.plateFor(shallow);
      assertEquals(Math.round(3000 / 257.0), last.pixels().get(0));
      assertNotSame(tenth, last);
    }
  }

  @Test
  void refusesARecordingOfAnotherSizeOrDepth() {
    PlateSequence plates = new PlateSequence(steps(30), false, new Cancellation());
    Frame wide = Frame.allocate(new FrameFormat(2, 1, PixelLayout.GRAY_16));
    Frame shallow = Frame.allocate(new FrameFormat(1, 1, PixelLayout.GRAY_8));
    assertTrue(
        assertThrows(MattingException.class, () -> plates.plateFor(wide))
            .getMessage()
            .contains("is 1x1 but frame 0 is 2x1"));
    assertTrue(
        assertThrows(MattingException.class, () -> plates.plateFor(shallow))
            .getMessage()
            .contains("has 16 bits but the source has 8"));
  }

  @Test
  void handsOutOnePictureForARange() throws IOException {
    try (RangedPlates plates = ranged(new ArrayList<>(), 30, false)) {
      assertSame(plates.plateFor(frame(10)), plates.plateFor(frame(11)));
    }
  }

  private static RangedPlates ranged(List<SyntheticSource> opened, long frames, boolean blended) {
    return new RangedPlates(
        () -> {
          opened.add(steps(frames));
          return opened.get(opened.size() - 1);
        },
        new PlateEstimator(),
        10,
        blended,
        new Cancellation());
  }

  private static Frame frame(long index) {
    Frame frame = Frame.allocate(PIXEL);
    frame.stamp(index, index * 40_000);
    return frame;
  }

  private static int value(Frame plate) {
    return plate.pixels().asShortBuffer().get(0);
  }
}
