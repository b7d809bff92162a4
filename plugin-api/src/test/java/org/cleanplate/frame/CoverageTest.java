package org.cleanplate.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cleanplate.frame.Coverage.Border;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;

class CoverageTest {
  /** From column 10 on. */
  private static final Coverage RIGHT = new Coverage(List.of(new Border(1, 0, -9.5)));

  /** Above the line from (0, 20) to (20, 0). */
  private static final Coverage CORNER = new Coverage(List.of(new Border(-1, -1, 20)));

  @Test
  void aPictureCoversItsOwnPixelsOnly() {
    Coverage coverage = Coverage.of(40, 30);

    assertTrue(coverage.covers(0, 0, 39, 29));
    for (int[] outside : new int[][] {{-1, 5}, {40, 5}, {5, -1}, {5, 30}}) {
      assertFalse(coverage.covers(outside[0], outside[1]), outside[0] + ", " + outside[1]);
    }
  }

  @Test
  void aBoxIsCoveredIfItsCornersAre() {
    assertTrue(CORNER.covers(2, 2, 10, 10));
    assertFalse(CORNER.covers(2, 2, 11, 10));
    assertTrue(Coverage.EVERYTHING.covers(-1000, -1000, 1000, 1000));
  }

  @Test
  void whatLiesWithinBothLiesWithinEach() {
    Coverage both = RIGHT.and(CORNER);

    assertTrue(both.covers(10, 10));
    assertFalse(both.covers(9, 10));
    assertFalse(both.covers(11, 10));
  }

  /** Column 5 of the halved picture is the mean of columns 10 and 11, row alike. */
  @Test
  void aHalvedPictureHoldsTheHalvedPart() {
    Frame picture = Frame.allocate(new FrameFormat(40, 30, PixelLayout.GRAY_8));
    picture.stamp(7, 70, RIGHT);

    Frame half = HalfSize.of(picture);

    assertEquals(7, half.index());
    assertTrue(half.coverage().covers(5, 3));
    assertFalse(half.coverage().covers(4, 3));
    assertTrue(CORNER.halved().covers(5, 4));
    assertFalse(CORNER.halved().covers(5, 5));
  }

  @Test
  void aFrameThatIsFilledAnewHoldsPictureEverywhere() {
    Frame frame = Frame.allocate(new FrameFormat(40, 30, PixelLayout.GRAY_8));
    assertEquals(Coverage.EVERYTHING, frame.coverage());
    frame.stamp(1, 10, RIGHT);
    assertEquals(RIGHT, frame.coverage());

    frame.stamp(2, 20);

    assertEquals(Coverage.EVERYTHING, frame.coverage());
  }

  @Test
  void aPictureInAnotherLayoutHoldsTheSamePart() {
    Frame picture = Frame.allocate(new FrameFormat(40, 30, PixelLayout.GRAY_8));
    picture.stamp(7, 70, RIGHT);

    Frame converted = LayoutConverter.convert(picture, PixelLayout.RGB_16);

    assertEquals(RIGHT, converted.coverage());
    assertEquals(70, converted.timeMicros());
  }
}
