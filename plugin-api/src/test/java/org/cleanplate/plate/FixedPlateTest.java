package org.cleanplate.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Test;

class FixedPlateTest {

  @Test
  void handsOutTheSamePlateForEachFrame() {
    Frame picture = Scene.backdrop(32, 20);
    FixedPlate plate = FixedPlate.captured(picture, "scene.png");

    assertSame(picture, plate.plateFor(Scene.frame(32, 20, 0)));
    assertSame(picture, plate.plateFor(Scene.frame(32, 20, 1)));
    assertEquals("scene.png", plate.description());
  }

  @Test
  void refusesAPlateOfAnotherSize() {
    FixedPlate plate = FixedPlate.captured(Scene.backdrop(32, 20), "scene.png");

    MattingException e =
        assertThrows(MattingException.class, () -> plate.plateFor(Scene.frame(30, 20, 12)));

    assertEquals(
        "Background is 32x20 but frame 12 is 30x20: scale the background or crop the stack",
        e.getMessage());
  }

  @Test
  void refusesTheFirstFrameAsItsOwnPlateWhateverTheUnusedAlphaIs() {
    Frame picture = Scene.frame(32, 20, 0);
    for (int i = 0; i < 32 * 20; i++) {
      picture.pixels().put(4 * i + 3, (byte) 0);
    }
    FixedPlate plate = FixedPlate.captured(picture, "frame.png");

    MattingException e =
        assertThrows(MattingException.class, () -> plate.plateFor(Scene.frame(32, 20, 0)));

    assertTrue(
        e.getMessage().startsWith("Background (frame.png) is identical to frame 0"),
        e.getMessage());
  }

  @Test
  void refusesTheSourceAsPlateInOtherLayouts() {
    Frame picture = Frame.allocate(new FrameFormat(4, 3, PixelLayout.GRAY_16));
    Frame source = Frame.allocate(new FrameFormat(4, 3, PixelLayout.GRAY_16));

    FixedPlate plate = FixedPlate.captured(picture, "copy");

    assertThrows(MattingException.class, () -> plate.plateFor(source));
  }

  @Test
  void allowsALaterFrameToEqualThePlate() {
    FixedPlate plate = FixedPlate.captured(Scene.backdrop(32, 20), "scene.png");
    plate.plateFor(Scene.frame(32, 20, 0));

    assertEquals(Scene.backdrop(32, 20).pixels(), plate.plateFor(Scene.backdrop(32, 20)).pixels());
  }

  @Test
  void allowsASliceOfTheSourceToEqualTheFirstFrame() {
    FixedPlate plate = FixedPlate.fromSource(Scene.frame(32, 20, 0), "slice 1");

    assertEquals(Scene.frame(32, 20, 0).pixels(), plate.plateFor(Scene.frame(32, 20, 0)).pixels());
  }

  @Test
  void bringsThePlateIntoTheLayoutOfTheFrames() {
    Frame gray = Frame.allocate(new FrameFormat(4, 3, PixelLayout.GRAY_8));
    gray.pixels().put(5, (byte) 200);
    Frame source = Frame.allocate(new FrameFormat(4, 3, PixelLayout.RGB_16));
    FixedPlate plate = FixedPlate.captured(gray, "gray.png");

    Frame fitted = plate.plateFor(source);

    assertEquals(source.format(), fitted.format());
    assertEquals((short) (200 * 257), fitted.pixels().asShortBuffer().get(12 + 5));
    assertSame(fitted, plate.plateFor(source));
  }
}
