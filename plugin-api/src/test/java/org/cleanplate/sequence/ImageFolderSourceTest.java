package org.cleanplate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderSourceTest {
  @TempDir Path folder;

  @Test
  void readsThePicturesInTheOrderOfTheirNumbers() throws IOException {
    writeGray("f10.png", 10);
    writeGray("f9.png", 9);
    writeGray("f11.TIF", 11);
    Files.writeString(folder.resolve("notes.txt"), "passed over");
    writeGray(".f12.part.png", 12);
    Files.createDirectory(folder.resolve("f0.png"));

    try (ImageFolderSource source = ImageFolderSource.open(folder, 10)) {
      assertEquals(3, source.frameCountEstimate().orElseThrow());
      assertEquals(10, source.framesPerSecond());
      assertEquals(PixelLayout.GRAY_8, source.format().layout());
      Frame frame = Frame.allocate(source.format());
      for (int i = 0; i < 3; i++) {
        assertTrue(source.read(frame));
        assertEquals(9 + i, frame.pixels().get(0));
        assertEquals(i, frame.index());
        assertEquals(100_000 * i, frame.timeMicros());
      }
      assertFalse(source.read(frame));
    }
  }

  @Test
  void skipsWithoutReading() throws IOException {
    writeGray("f1.png", 1);
    Files.writeString(folder.resolve("f2.png"), "damaged");
    writeGray("f3.png", 3);

    try (ImageFolderSource source = ImageFolderSource.open(folder)) {
      Frame frame = Frame.allocate(source.format());
      source.skip(2);
      assertTrue(source.read(frame));
      assertEquals(3, frame.pixels().get(0));
      assertEquals(2, frame.index());
      source.skip(Long.MAX_VALUE);
      assertFalse(source.read(frame));
    }
  }

  @Test
  void namesThePictureThatIsDamaged() throws IOException {
    writeGray("f1.png", 1);
    Files.writeString(folder.resolve("f2.png"), "damaged");

    assertSecondIsRefused("f2.png cannot be read");
  }

  @Test
  void namesThePictureOfAnotherSize() throws IOException {
    writeGray("f1.png", 1);
    write("f2.png", new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_GRAY));

    assertSecondIsRefused("Picture f2.png is 5x3 GRAY_8 but the first, f1.png, is 4x3 GRAY_8");
  }

  @Test
  void refusesColourAmongGrey() throws IOException {
    writeGray("f1.png", 1);
    write("f2.png", new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));

    assertSecondIsRefused("is 4x3 BGRA_8 but the first");
  }

  @Test
  void acceptsGreyAmongColour() throws IOException {
    write("f1.png", new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));
    writeGray("f2.png", 7);

    try (ImageFolderSource source = ImageFolderSource.open(folder)) {
      Frame frame = Frame.allocate(source.format());
      source.skip(1);
      source.read(frame);
      assertEquals(0xFF070707, frame.pixels().getInt(0));
    }
  }

  @Test
  void refusesAFolderWithoutPictures() {
    MattingException e = assertThrows(MattingException.class, () -> ImageFolderSource.open(folder));
    assertTrue(e.getMessage().contains("has no picture"), e.getMessage());
  }

  @Test
  void refusesAMissingFolder() {
    MattingException e =
        assertThrows(MattingException.class, () -> ImageFolderSource.open(folder.resolve("no")));
    assertTrue(e.getMessage().contains("does not exist"), e.getMessage());
  }

  private void assertSecondIsRefused(String message) throws IOException {
    try (ImageFolderSource source = ImageFolderSource.open(folder)) {
      Frame frame = Frame.allocate(source.format());
      source.read(frame);
      MattingException e = assertThrows(MattingException.class, () -> source.read(frame));
      assertTrue(e.getMessage().contains(message), e.getMessage());
    }
  }

  private void writeGray(String name, int value) throws IOException {
    BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, value);
    write(name, image);
  }

  private void write(String name, BufferedImage image) throws IOException {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    assertTrue(ImageIO.write(image, extension, folder.resolve(name).toFile()));
  }
}
