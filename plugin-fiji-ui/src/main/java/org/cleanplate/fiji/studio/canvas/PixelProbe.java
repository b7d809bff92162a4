package org.cleanplate.fiji.studio.canvas;

import java.awt.geom.Point2D;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cleanplate.fiji.studio.model.Preview;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.network.graph.Layer;

/** Reads what a pixel of the current frame is. */
public final class PixelProbe {
  private PixelProbe() {}

  /**
   * Place and values in a line; empty beside the picture.
   *
   * @param place in pixels of the frame
   */
  public static Optional<String> describe(Preview preview, Point2D place) {
    return preview
        .source()
        .flatMap(
            source -> {
              int x = (int) Math.floor(place.getX());
              int y = (int) Math.floor(place.getY());
              Frame frame = source.pixels();
              boolean inside =
                  x >= 0 && y >= 0 && x < frame.format().width() && y < frame.format().height();
              return inside
                  ? Optional.of(
                      "x="
                          + x
                          + ", y="
                          + y
                          + "  source "
                          + values(frame, x, y)
                          + matte(preview, x, y))
                  : Optional.empty();
            });
  }

  private static String values(Frame frame, int x, int y) {
    Samples samples = Samples.of(frame);
    int pixel = y * frame.format().width() + x;
    return IntStream.range(0, samples.channels())
        .mapToObj(channel -> number(samples.get(pixel, channel)))
        .collect(Collectors.joining(", "));
  }

  private static String number(float value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String matte(Preview preview, int x, int y) {
    return preview
        .matte()
        .map(matte -> layer(matte, Layer.ALPHA_FLOAT, "alpha", x, y) + error(matte, x, y))
        .orElse("");
  }

  private static String error(MattedFrame matte, int x, int y) {
    return layer(matte, Layer.ERROR_MAP, "error", x, y);
  }

  /** A coarse layer has fewer pixels than the frame. */
  private static String layer(MattedFrame matte, Layer layer, String name, int x, int y) {
    Frame values = matte.layers().get(layer);
    if (values == null) {
      return "";
    }
    int width = values.format().width();
    int column = x * width / matte.source().format().width();
    int row = y * values.format().height() / matte.source().format().height();
    return String.format(
        Locale.ROOT, "  %s %.3f", name, values.pixels().asFloatBuffer().get(row * width + column));
  }
}
