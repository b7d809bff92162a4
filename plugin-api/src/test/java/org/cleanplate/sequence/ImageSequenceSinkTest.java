package org.cleanplate.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.testing.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ImageSequenceSinkTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 11;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ALPHA_8, PNG",
    "ALPHA_16, PNG",
    "FOREGROUND_8, PNG",
    "FOREGROUND_16, PNG",
    "CUTOUT_8, PNG",
    "COMPOSITE_8, PNG",
    "COMPOSITE_16, PNG",
    "ALPHA_8, TIFF",
    "ALPHA_16, TIFF",
    "FOREGROUND_8, TIFF",
    "FOREGROUND_16, TIFF",
    "CUTOUT_8, TIFF",
    "COMPOSITE_8, TIFF",
    "COMPOSITE_16, TIFF"
  })
  void keepsEveryBit(Layer layer, SequenceFormat format) throws IOException {
    Matte first = noise(layer, 0);
    Matte second = noise(layer, 1);
    try (ImageSequenceSink sink = sink("n", format, layer)) {
      sink.write(first);
      sink.write(second);
      sink.finish();
    }
    String extension = "." + format.extension();
    assertFiles("n_00001" + extension, "n_00002" + extension);
    Frame read = ImageFile.read(folder.resolve("n_00002" + extension));
    assertEquals(layer.layout(), read.format().layout());
    assertEquals(second.layer(layer).pixels(), read.pixels());
  }

  @ParameterizedTest
  @EnumSource(SequenceFormat.class)
  void keepsEveryBitOfADeepCutout(SequenceFormat format) throws IOException {
    Matte matte = noise(Layer.FOREGROUND_16, 0);
    Frame alpha = noise(Layer.ALPHA_16, 1).layer(Layer.ALPHA_16);
    alpha.pixels().asShortBuffer().put(5, (short) 0);
    Frame colours = matte.layer(Layer.FOREGROUND_16);
    Set<Layer> layers = Set.of(Layer.FOREGROUND_16, Layer.ALPHA_16);
    try (ImageSequenceSink sink =
        ImageSequenceSink.create(folder, "n", format, layers, Scene.bgra(WIDTH, HEIGHT))) {
      Matte cutout = new Matte(Map.of(Layer.FOREGROUND_16, colours, Layer.ALPHA_16, alpha));
      cutout.stamp(colours);
      sink.write(cutout);
      sink.finish();
    }
    BufferedImage read = ImageIO.read(folder.resolve("n_00001." + format.extension()).toFile());
    assertFalse(read.isAlphaPremultiplied());
    int pixels = WIDTH * HEIGHT;
    for (int i = 0; i < pixels; i++) {
      int[] expected = new int[4];
      expected[3] = alpha.pixels().asShortBuffer().get(i) & 0xFFFF;
      for (int c = 0; c < 3 && expected[3] > 0; c++) {
        expected[c] = colours.pixels().asShortBuffer().get(c * pixels + i) & 0xFFFF;
      }
      assertArrayEquals(
          expected, read.getRaster().getPixel(i % WIDTH, i / WIDTH, (int[]) null), "pixel " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALPHA_8, PNG",
    "CUTOUT_8, PNG",
    "FOREGROUND_16, PNG",
    "ALPHA_16, TIFF",
    "CUTOUT_8, TIFF"
  })
  void carriesADescriptionAndTheSamePixels(Layer layer, SequenceFormat format) throws IOException {
    Matte matte = noise(layer, 0);
    try (ImageSequenceSink sink = sink("n", format, layer)) {
      sink.describedAs("Cleanplate 1, model \u00fc");
      sink.write(matte);
      sink.finish();
    }
    Path file = folder.resolve("n_00001." + format.extension());
    assertEquals(matte.layer(layer).pixels(), ImageFile.read(file).pixels());
    String umlaut = format == SequenceFormat.TIFF ? "\\u00fc" : "\u00fc";
    assertEquals("Cleanplate 1, model " + umlaut, description(file));
  }

  /** The text as the reader of the JDK finds it, in the tree that all formats have. */
  private static String description(Path file) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReaders(stream).next();
      reader.setInput(stream);
      Element tree =
          (Element)
              reader
                  .getImageMetadata(0)
                  .getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
      NodeList entries = tree.getElementsByTagName("TextEntry");
      for (int i = 0; i < entries.getLength(); i++) {
        Element entry = (Element) entries.item(i);
        if (entry.getAttribute("keyword").endsWith("Description")) {
          return entry.getAttribute("value");
        }
      }
      return "none";
    }
  }

  @Test
  void keepsWhatWasThereUntilItIsFinished() throws IOException {
    Files.writeString(folder.resolve("a_00001.png"), "old");
    try (ImageSequenceSink sink = sink("a", SequenceFormat.PNG, Layer.ALPHA_8)) {
      sink.write(noise(Layer.ALPHA_8, 0));
      sink.write(noise(Layer.ALPHA_8, 1));
      sink.complete();
    }
    assertFiles("a_00001.png");
    assertEquals("old", Files.readString(folder.resolve("a_00001.png")));
  }

  @Test
  void touchesNoOtherFile() throws IOException {
    Files.writeString(folder.resolve("a_00009.png"), "other");
    try (ImageSequenceSink sink = sink("a", SequenceFormat.PNG, Layer.ALPHA_8)) {
      sink.write(noise(Layer.ALPHA_8, 4));
      sink.finish();
    }
    assertFiles("a_00005.png", "a_00009.png");
  }

  @Test
  void refusesAMissingFolderBeforeTheFirstFrame() {
    Path missing = folder.resolve("no");
    assertThrows(
        MattingException.class,
        () ->
            ImageSequenceSink.create(
                missing, "a", SequenceFormat.PNG, Set.of(Layer.ALPHA_8), Scene.bgra(4, 4)));
  }

  @Test
  void refusesANameThatLeadsElsewhere() {
    assertThrows(MattingException.class, () -> sink("../a", SequenceFormat.PNG, Layer.ALPHA_8));
  }

  @Test
  void refusesALayerOfFloats() {
    MattingException e =
        assertThrows(
            MattingException.class, () -> sink("a", SequenceFormat.PNG, Layer.ALPHA_FLOAT));
    assertTrue(e.getMessage().contains("expected one of [ALPHA_8"), e.getMessage());
  }

  @Test
  void namesTheFormatsThatItKnows() {
    assertEquals(SequenceFormat.TIFF, SequenceFormat.parse("tif"));
    assertEquals(SequenceFormat.PNG, SequenceFormat.parse(" PNG "));
    assertThrows(MattingException.class, () -> SequenceFormat.parse("gif"));
  }

  private ImageSequenceSink sink(String name, SequenceFormat format, Layer layer)
      throws IOException {
    return ImageSequenceSink.create(folder, name, format, Set.of(layer), Scene.bgra(WIDTH, HEIGHT));
  }

  /** Noise; the unused fourth byte is 255, as an engine delivers it. */
  private static Matte noise(Layer layer, int index) {
    Frame frame = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, layer.layout()));
    Random random = new Random(index);
    boolean opaque = layer == Layer.FOREGROUND_8 || layer == Layer.COMPOSITE_8;
    ByteBuffer pixels = frame.pixels();
    for (int i = 0; i < pixels.capacity(); i++) {
      pixels.put(i, (byte) (opaque && i % 4 == 3 ? 255 : random.nextInt()));
    }
    frame.stamp(index, 0);
    Matte matte = new Matte(Map.of(layer, frame));
    matte.stamp(frame);
    return matte;
  }

  private void assertFiles(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(names), files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }
}
