package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A picture in the graph, {@code [height, width, channels]}, its size a multiple of a block, the
 * samples of a pixel side by side. It stays as the host delivered it, in bytes if it was bytes,
 * else in 32-bit floats; what the network needs of it is cut out and converted piece by piece.
 *
 * @param graph where the value lives
 * @param name of the value
 * @param height in pixels
 * @param width in pixels
 * @param bytes whether the samples are bytes, else 32-bit floats
 * @param rgb where red, green and blue lie, and what makes 0..1 of them
 */
record PackedImage(
    GraphBuilder graph, String name, int height, int width, boolean bytes, ChannelMap rgb) {

  /**
   * Bytes are multiplied by this when they become halves, which is exact: a filter made for values
   * of up to 255 would have weights below what a half holds in full.
   */
  private static final float HALF_UNIT = 1 / 256f;

  int channels() {
    return rgb.stored();
  }

  PackedImage in(GraphBuilder other) {
    return new PackedImage(other, name, height, width, bytes, rgb);
  }

  private PackedImage withValue(String value, int newHeight, int newWidth) {
    return new PackedImage(graph, value, newHeight, newWidth, bytes, rgb);
  }

  /** Repeats the last row and column up to a size. */
  PackedImage edgePadded(int newHeight, int newWidth) {
    String rows = repeatLast(name, 0, height, newHeight);
    return withValue(repeatLast(rows, 1, width, newWidth), newHeight, newWidth);
  }

  private String repeatLast(String x, int axis, int size, int newSize) {
    if (size == newSize) {
      return x;
    }
    String last = graph.slice(x, axis, size - 1, size);
    List<String> parts = new ArrayList<>(List.of(x));
    for (int i = size; i < newSize; i++) {
      parts.add(last);
    }
    return graph.concat(axis, parts);
  }

  /** Rows {@code first} to {@code end - 1}. */
  PixelRows rows(int first, int end) {
    String strip = graph.slice(name, 0, first, end);
    String rows = graph.reshape(strip, end - first, (long) width * channels());
    return new PixelRows(graph.exact(), rows, width, bytes, rgb);
  }

  /** Runs of {@code pixels} side by side, chosen by their number from the top left on. */
  PixelRows runs(int pixels, String numbers) {
    long run = (long) pixels * channels();
    String table = graph.reshape(name, (long) height * width / pixels, run);
    return new PixelRows(graph.exact(), graph.gather(table, numbers, 0), pixels, bytes, rgb);
  }

  /** The whole picture as a feature map. */
  FeatureMap planar() {
    String planes = usedPlanes(planes(name, height, width));
    return FeatureMap.of(floats(planes), floatChannels().trimmed(), height, width);
  }

  /** Samples of this picture as the network's floats, in the units of {@link #floatChannels}. */
  String floats(String samples) {
    return bytes ? inUnits(graph.toFloats(samples)) : graph.fromExact(samples);
  }

  /** Where red, green and blue lie in {@link #floats}, and what makes 0..1 of them. */
  ChannelMap floatChannels() {
    return hasHalves() ? rgb.scaledBy(1 / HALF_UNIT) : rgb;
  }

  private String inUnits(String floats) {
    return hasHalves() ? graph.binary("Mul", floats, graph.scalar(HALF_UNIT)) : floats;
  }

  private boolean hasHalves() {
    return bytes && graph.precision() == Precision.FP16;
  }

  /**
   * Packed samples as {@code [1, channels, height, width]}. The axis of one comes first: were it
   * added afterwards, the runtime would move it into the transposition and then fall back to its
   * general way, which takes many times longer.
   */
  private String planes(String packed, int rows, int columns) {
    String batch = graph.reshape(packed, 1, rows, columns, channels());
    return graph.transpose(batch, 0, 3, 1, 2);
  }

  /** Planes without those that no colour lies in: alpha, or what is in its place. */
  String usedPlanes(String planes) {
    int used = rgb.trimmed().stored();
    return used == channels() ? planes : graph.slice(planes, 1, 0, used);
  }

  /**
   * The picture shrunk bilinearly without antialias: each result is the mean of the two by two
   * pixels round its centre. Where the ratio is even and whole these are cut out without touching
   * the others.
   */
  FeatureMap shrunk(int newHeight, int newWidth, OptionalInt wholeRatio) {
    if (wholeRatio.isPresent() && wholeRatio.getAsInt() == 1) {
      return planar();
    }
    if (wholeRatio.isEmpty() || wholeRatio.getAsInt() % 2 != 0) {
      FeatureMap exact = in(graph.exact()).resized(newHeight, newWidth);
      String halves = inUnits(graph.fromExact(exact.name(graph)));
      return FeatureMap.of(halves, floatChannels().trimmed(), newHeight, newWidth);
    }
    int ratio = wholeRatio.getAsInt();
    if (ratio == 2) {
      return halved(newHeight, newWidth);
    }
    int centre = ratio / 2 - 1;
    long pixel = (long) channels();
    String cells = graph.reshape(name, newHeight, ratio, newWidth, ratio * pixel);
    String pairs =
        graph.node(
            "Slice",
            List.of(
                cells,
                graph.longs(centre, centre * pixel),
                graph.longs(centre + 2L, (centre + 2) * pixel),
                graph.longs(1, 3)));
    String sums = sumsOfCells(floats(pairs), newHeight, newWidth);
    String moved = graph.transpose(sums, 1, 0, 2);
    ChannelMap used = floatChannels().trimmed().scaledBy(0.25f);
    String planar = graph.reshape(moved, 1, used.stored(), newHeight, newWidth);
    return FeatureMap.of(planar, used, newHeight, newWidth);
  }

  /** Means of two by two pixels: as nothing is left out, the planes are taken apart first. */
  private FeatureMap halved(int newHeight, int newWidth) {
    String means =
        graph.node(
            "AveragePool",
            List.of(planar().name(graph)),
            attribute("kernel_shape", new long[] {2, 2}),
            attribute("strides", new long[] {2, 2}));
    return FeatureMap.of(means, floatChannels().trimmed(), newHeight, newWidth);
  }

  /**
   * Adds up two by two pixels, {@code [rows, 2, columns * 2 * channels]}, to {@code [rows, used
   * channels, columns]}. As a convolution along the rows it also takes the channels apart, in one
   * pass.
   */
  private String sumsOfCells(String pairs, int rows, int columns) {
    int pixel = channels();
    int used = rgb.trimmed().stored();
    float[] ones = new float[used * 4 * pixel];
    for (int c = 0; c < used; c++) {
      for (int neighbour = 0; neighbour < 4; neighbour++) {
        ones[(c * 4 + neighbour) * pixel + c] = 1;
      }
    }
    return graph.node(
        "Conv",
        List.of(
            graph.reshape(pairs, rows, 2, columns * 2L * pixel),
            graph.floats(ones, used, 2, 2L * pixel)),
        attribute("kernel_shape", new long[] {2L * pixel}),
        attribute("strides", new long[] {2L * pixel}));
  }

  /** The picture resized bilinearly to any size, from the four neighbours of each result. */
  private FeatureMap resized(int newHeight, int newWidth) {
    BilinearAxis down = BilinearAxis.of(height, newHeight);
    BilinearAxis across = BilinearAxis.of(width, newWidth);
    long rowLength = (long) newWidth * channels();
    String rightShare = graph.floats(across.sharesRepeated(channels()), rowLength);
    String lowerShare = graph.floats(down.share(), newHeight, 1);
    String upper = mixedRow(down.first(), across, rightShare);
    String lower = mixedRow(down.second(), across, rightShare);
    String planes = planes(mixed(upper, lower, lowerShare), newHeight, newWidth);
    return FeatureMap.of(usedPlanes(planes), rgb.trimmed(), newHeight, newWidth);
  }

  /** One row of the picture for each of {@code rows}, resized: {@code [rows, width * channels]}. */
  private String mixedRow(long[] rows, BilinearAxis across, String rightShare) {
    String picked = graph.gather(name, graph.longs(rows), 0);
    String left = columns(picked, rows.length, across.first());
    String right = columns(picked, rows.length, across.second());
    return mixed(left, right, rightShare);
  }

  private String columns(String rows, int count, long[] columns) {
    String picked = graph.gather(rows, graph.longs(columns), 1);
    return graph.reshape(floats(picked), count, (long) columns.length * channels());
  }

  private String mixed(String first, String second, String secondShare) {
    String difference = graph.binary("Sub", second, first);
    return graph.binary("Add", first, graph.binary("Mul", difference, secondShare));
  }
}
