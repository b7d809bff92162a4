package org.cleanplate.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif", "bmp"})
  void keepsEightBitGreyAsItIs(String extension) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(4, 2, 0, 77);

    Frame frame = ImageFile.read(write(image, extension));

    if (frame.format().layout() == PixelLayout.GRAY_8) {
      assertEquals(77, frame.pixels().get(2 * WIDTH + 4));
    } else {
      // BMP stores grey as a palette.
      assertEquals(77, frame.pixels().get(4 * (2 * WIDTH + 4)));
    }
  }

  @ParameterizedTest
  @CsvSource({"png, 1", "tif, 1", "bmp, 1", "png, 2", "tif, 2"})
  void keepsColoursAndAlpha(String extension, int type) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    image.setRGB(3, 1, 0x80102030);

    Frame frame = ImageFile.read(write(image, extension));

    assertEquals(PixelLayout.BGRA_8, frame.format().layout());
    byte[] pixel = new byte[4];
    frame.pixels().get(4 * (WIDTH + 3), pixel);
    byte alpha = (byte) (type == BufferedImage.TYPE_INT_ARGB ? 0x80 : 0xFF);
    assertArrayEquals(new byte[] {0x30, 0x20, 0x10, alpha}, pixel);
  }

  @Test
  void readsPalettesAsColours() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
    image.setRGB(0, 0, Color.RED.getRGB());

    Frame frame = ImageFile.read(write(image, "png"));

    assertEquals(PixelLayout.BGRA_8, frame.format().layout());
    assertEquals(Color.RED.getRGB(), frame.pixels().getInt(0));
  }

  @Test
  void readsJpegAsColours() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);

    assertEquals(PixelLayout.BGRA_8, ImageFile.read(write(image, "jpg")).format().layout());
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void keepsSixteenBitGrey(String extension) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(4, 2, 0, 54321);

    Frame frame = ImageFile.read(write(image, extension));

    assertEquals(PixelLayout.GRAY_16, frame.format().layout());
    assertEquals((short) 54321, frame.pixels().asShortBuffer().get(2 * WIDTH + 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void keepsSixteenBitColourInPlanes(String extension) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, 3, null);
    raster.setPixel(4, 2, new int[] {60001, 60002, 60003});

    Frame frame = ImageFile.read(write(colour(raster, DataBuffer.TYPE_USHORT), extension));

    assertEquals(PixelLayout.RGB_16, frame.format().layout());
    int plane = WIDTH * HEIGHT;
    for (int c = 0; c < 3; c++) {
      assertEquals((short) (60001 + c), frame.pixels().asShortBuffer().get((c + 1) * plane - 1));
    }
  }

  @Test
  void keepsFloats() throws IOException {
    BandedSampleModel samples = new BandedSampleModel(DataBuffer.TYPE_FLOAT, WIDTH, HEIGHT, 1);
    WritableRaster raster = Raster.createWritableRaster(samples, null);
    raster.setSample(4, 2, 0, 0.125f);
    ComponentColorModel gray =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, 1, DataBuffer.TYPE_FLOAT);

    Frame frame = ImageFile.read(write(new BufferedImage(gray, raster, false, null), "tif"));

    assertEquals(PixelLayout.GRAY_FLOAT, frame.format().layout());
    assertEquals(0.125f, frame.pixels().asFloatBuffer().get(2 * WIDTH + 4));
  }

  @Test
  void namesAMissingFile() {
    assertMessage(folder.resolve("no.png"), "does not exist");
  }

  @Test
  void namesAFileThatIsNoPicture() throws IOException {
    assertMessage(Files.writeString(folder.resolve("text.png"), "text"), "is no PNG, TIFF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif", "bmp"})
  void namesAFileThatIsCutOff(String extension) throws IOException {
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Path file = write(image, extension);
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(access.length() / 10);
    }
    assertMessage(file, "picture." + extension);
  }

  /** A header that promises 60000x60000 pixels in a file of a few bytes. */
  @Test
  void refusesAPictureThatWouldNotFitBeforeAllocatingIt() throws IOException {
    Path file = write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    int header = 12;
    int headerBytes = 17;
    bytes.putInt(header + 4, 60_000).putInt(header + 8, 60_000);
    CRC32 checksum = new CRC32();
    checksum.update(bytes.array(), header, headerBytes);
    bytes.putInt(header + headerBytes, (int) checksum.getValue());
    Files.write(file, bytes.array());

    assertMessage(file, "is 60000x60000");
  }

  private Path write(BufferedImage image, String extension) throws IOException {
    Path file = folder.resolve("picture." + extension);
    assertTrue(ImageIO.write(image, extension, file.toFile()));
    return file;
  }

  private static BufferedImage colour(WritableRaster raster, int type) {
    ComponentColorModel model =
        new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, type);
    return new BufferedImage(model, raster, false, null);
  }

  private static void assertMessage(Path file, String expected) {
    MattingException e = assertThrows(MattingException.class, () -> ImageFile.read(file));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }
}
