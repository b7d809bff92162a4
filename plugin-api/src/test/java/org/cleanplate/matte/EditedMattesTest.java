package org.cleanplate.matte;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;

/** Three pixels: background, half, subject. */
class EditedMattesTest {
  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;
  private static final int GREY = 0xFF808080;

  private final Map<Layer, int[]> seen = new HashMap<>();

  @Test
  void mixesTheCompositeOverAPictureForEachFrame() throws IOException {
    Frame picture = packed(BLUE, BLUE, BLUE);
    Backdrop backdrop =
        (Backdrop.Pictures)
            index -> {
              assertEquals(7, index);
              return picture;
            };
    write(List.of(), backdrop, Layer.COMPOSITE_8);
    assertPixels(Layer.COMPOSITE_8, BLUE, 0xFF800080, RED);
  }

  @Test
  void derivesAllDepthsFromTheEditedAlpha() throws IOException {
    AlphaEdit invert =
        (source, alpha) -> {
          for (int i = 0; i < 3; i++) {
            alpha.put(i, 1 - alpha.get(i));
          }
        };
    write(
        List.of(invert),
        new Backdrop.Colour(0x00FF00),
        Layer.ALPHA_8,
        Layer.ALPHA_16,
        Layer.CUTOUT_8,
        Layer.COMPOSITE_8);
    assertPixels(Layer.ALPHA_8, 255, 128, 0);
    assertPixels(Layer.ALPHA_16, 65_535, 32_768, 0);
    assertPixels(Layer.CUTOUT_8, GREY, 0x80FF0000, 0);
    assertPixels(Layer.COMPOSITE_8, GREY, 0xFF808000, 0xFF00FF00);
  }

  @Test
  void mixesADeepCompositeOverAColourOrAPicture() throws IOException {
    Frame alpha = alpha();
    Frame red = Frame.allocate(new FrameFormat(3, 1, PixelLayout.RGB_16));
    red.stamp(7, 0);
    for (int i = 0; i < 3; i++) {
      red.pixels().asShortBuffer().put(i, (short) 40_000);
    }
    Matte matte = new Matte(Map.of(Layer.ALPHA_FLOAT, alpha, Layer.FOREGROUND_16, red));
    matte.stamp(red);
    Frame picture = packed(BLUE, BLUE, BLUE);
    for (Backdrop backdrop :
        List.of(new Backdrop.Colour(0x0000FF), (Backdrop.Pictures) index -> picture)) {
      Recorder recorder = new Recorder(Set.of(Layer.COMPOSITE_16));
      try (EditedMattes edited =
          new EditedMattes(List.of(), backdrop, Levels.FULL_RANGE, recorder)) {
        assertEquals(Set.of(Layer.ALPHA_FLOAT, Layer.FOREGROUND_16), edited.layers());
        edited.write(red, red, matte);
      }
      assertPixels(Layer.COMPOSITE_16, 0, 20_000, 40_000, 0, 0, 0, 65_535, 32_768, 0);
    }
  }

  @Test
  void showsTheSourceWhereAlphaIsRaisedToOne() throws IOException {
    write(List.of((source, alpha) -> alpha.put(0, 1)), new Backdrop.Colour(0), Layer.FOREGROUND_8);
    assertPixels(Layer.FOREGROUND_8, GREY, RED, RED);
  }

  private void write(List<AlphaEdit> edits, Backdrop backdrop, Layer... layers) throws IOException {
    Matte matte =
        new Matte(Map.of(Layer.ALPHA_FLOAT, alpha(), Layer.FOREGROUND_8, packed(RED, RED, RED)));
    Frame source = packed(GREY, GREY, GREY);
    source.stamp(7, 0);
    matte.stamp(source);
    try (EditedMattes edited =
        new EditedMattes(edits, backdrop, Levels.FULL_RANGE, new Recorder(Set.of(layers)))) {
      edited.write(source, source, matte);
      edited.finish();
    }
  }

  private static Frame alpha() {
    Frame alpha = Frame.allocate(new FrameFormat(3, 1, PixelLayout.GRAY_FLOAT));
    alpha.pixels().asFloatBuffer().put(new float[] {0, 0.5f, 1});
    return alpha;
  }

  private void assertPixels(Layer layer, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(
          Integer.toHexString(expected[i]),
          Integer.toHexString(seen.get(layer)[i]),
          layer + " " + i);
    }
  }

  private static Frame packed(int... pixels) {
    Frame frame = Frame.allocate(new FrameFormat(pixels.length, 1, PixelLayout.BGRA_8));
    frame.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels);
    return frame;
  }

  private final class Recorder implements FrameSink {
    private final Set<Layer> layers;

    Recorder(Set<Layer> layers) {
      this.layers = layers;
    }

    @Override
    public Set<Layer> layers() {
      return layers;
    }

    @Override
    public void write(Matte matte) {
      for (Layer layer : layers) {
        Frame frame = matte.layer(layer);
        assertEquals(7, frame.index() + matte.index() - 7, "stamped like the source");
        PixelLayout layout = frame.format().layout();
        int[] pixels = new int[layout.packed() ? 3 : 3 * layout.channels()];
        for (int i = 0; i < pixels.length; i++) {
          pixels[i] =
              switch (layout) {
                case GRAY_8 -> frame.pixels().get(i) & 0xFF;
                case GRAY_16, RGB_16 -> frame.pixels().asShortBuffer().get(i) & 0xFFFF;
                default -> frame.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(i);
              };
        }
        seen.put(layer, pixels);
      }
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
