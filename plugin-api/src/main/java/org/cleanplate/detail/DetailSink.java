package org.cleanplate.detail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;

/** Writes a pixel's new alpha and colour into each layer of a matte that shows them. */
final class DetailSink {

  /** Writes one pixel into one layer. */
  @FunctionalInterface
  private interface LayerWriter {
    void write(int pixel, float alpha, float[] foreground);
  }

  private final List<LayerWriter> writers = new ArrayList<>();

  /**
   * @param backdrop the colour behind a composite, {@code 0xRRGGBB}
   */
  DetailSink(Matte matte, int backdrop) {
    for (Layer layer : matte.layers()) {
      Frame pixels = matte.layer(layer);
      switch (layer) {
        case ALPHA_8, ALPHA_16, ALPHA_FLOAT -> writers.add(alpha(pixels));
        case FOREGROUND_8, FOREGROUND_16, FOREGROUND_FLOAT -> {
          Samples samples = Samples.of(pixels);
          writers.add((pixel, alpha, foreground) -> set(samples, pixel, foreground));
        }
        case CUTOUT_8 -> writers.add(cutout(pixels));
        case COMPOSITE_8, COMPOSITE_16 -> writers.add(composite(pixels, backdrop));
        case ERROR_MAP, REFINED_REGIONS, COARSE_ALPHA, COARSE_FOREGROUND -> {
          // What the network said stays what it said.
        }
      }
    }
  }

  void write(int pixel, float alpha, float[] foreground) {
    for (LayerWriter writer : writers) {
      writer.write(pixel, alpha, foreground);
    }
  }

  private static LayerWriter alpha(Frame pixels) {
    Samples samples = Samples.of(pixels);
    return (pixel, alpha, foreground) -> samples.set(pixel, 0, alpha * samples.fullScale());
  }

  private static LayerWriter cutout(Frame pixels) {
    Samples colour = Samples.of(pixels);
    ByteBuffer bytes = pixels.pixels();
    float[] nothing = new float[3];
    return (pixel, alpha, foreground) -> {
      int level = Math.round(alpha * 255);
      set(colour, pixel, level == 0 ? nothing : foreground);
      bytes.put(4 * pixel + 3, (byte) level);
    };
  }

  private static LayerWriter composite(Frame pixels, int backdrop) {
    Samples samples = Samples.of(pixels);
    float[] behind = {
      (backdrop >> 16 & 255) / 255f, (backdrop >> 8 & 255) / 255f, (backdrop & 255) / 255f
    };
    float[] mixed = new float[3];
    return (pixel, alpha, foreground) -> {
      for (int c = 0; c < 3; c++) {
        mixed[c] = alpha * foreground[c] + (1 - alpha) * behind[c];
      }
      set(samples, pixel, mixed);
    };
  }

  private static void set(Samples samples, int pixel, float[] rgb) {
    for (int c = 0; c < 3; c++) {
      samples.set(pixel, c, rgb[c] * samples.fullScale());
    }
  }
}
