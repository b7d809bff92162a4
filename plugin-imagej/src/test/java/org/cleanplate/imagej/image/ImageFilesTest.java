package org.cleanplate.imagej.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"8-bit ramp", "16-bit ramp", "32-bit ramp", "RGB ramp"})
  void readsTheSlicesOfATiffOneByOne(String kind) {
    ImagePlus written = IJ.createImage("walk", kind, 7, 5, 3);
    written.getCalibration().pixelWidth = 0.5;
    written.getCalibration().setUnit("um");
    ImagePlus read = ImageFiles.openStack(save(written));
    assertTrue(read.getStack().isVirtual());
    assertEquals(3, read.getStackSize());
    assertEquals(written.getBitDepth(), read.getBitDepth());
    assertEquals(0.5, read.getCalibration().pixelWidth);
    assertEquals("walk.tif", read.getTitle());
    assertEquals(
        written.getStack().getProcessor(3).getf(6, 4), read.getStack().getProcessor(3).getf(6, 4));
  }

  @Test
  void readsASingleTiffAndAPictureWhole() {
    ImagePlus single = IJ.createImage("one", "8-bit ramp", 7, 5, 1);
    assertFalse(ImageFiles.openStack(save(single)).getStack().isVirtual());
    Path picture = folder.resolve("one.png");
    new FileSaver(single).saveAsPng(picture.toString());
    assertEquals(7, ImageFiles.openStack(picture).getWidth());
  }

  @Test
  void refusesATiffThatIsCutOff() throws IOException {
    Path file = save(IJ.createImage("walk", "8-bit ramp", 70, 50, 3));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 3600));
    assertRefused(file, "cut off");
  }

  @Test
  void refusesWhatIsNoImage() throws IOException {
    assertRefused(Files.writeString(folder.resolve("text.tif"), "no image at all"), "TIFF");
    assertRefused(Files.writeString(folder.resolve("text.png"), "no image at all"), "text.png");
  }

  private static void assertRefused(Path file, String reason) {
    MattingException refusal =
        assertThrows(MattingException.class, () -> ImageFiles.openStack(file));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  private Path save(ImagePlus image) {
    Path file = folder.resolve(image.getTitle() + ".tif");
    assertTrue(
        image.getStackSize() > 1
            ? new FileSaver(image).saveAsTiffStack(file.toString())
            : new FileSaver(image).saveAsTiff(file.toString()));
    return file;
  }
}
