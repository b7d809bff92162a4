package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;

/**
 * Rows of a picture's pixels, {@code [rows, pixels * channels]}: a strip of it, or single blocks.
 * Laid out so, the runtime works on long runs; it is slow at repeating a few values over and over.
 *
 * @param graph where the value lives, for 32-bit floats
 * @param name of the value
 * @param pixels in a row
 * @param bytes whether the samples are bytes, else 32-bit floats
 * @param rgb where red, green and blue lie, and what makes 0..1 of them
 */
record PixelRows(GraphBuilder graph, String name, int pixels, boolean bytes, ChannelMap rgb) {

  /** The colours in a format's units and order and nothing where its alpha is. */
  String inFormat(MergedFormat format) {
    float gain = rgb.factors()[0] * format.unit();
    return rgb.stored() == format.channels() ? masked(gain) : spread(format, gain);
  }

  /** Blue, green, red, alpha bytes: nothing is left of alpha. */
  private String masked(float gain) {
    float[] row = new float[4 * pixels];
    for (int i = 0; i < row.length; i++) {
      row[i] = i % 4 == 3 ? 0 : gain;
    }
    String floats = graph.cast(name, DataType.FLOAT);
    return graph.binary("Mul", floats, graph.floats(row, row.length));
  }

  /** Fewer channels than the format has: one for all colours, or three colours without alpha. */
  private String spread(MergedFormat format, float gain) {
    int from = rgb.stored();
    int to = format.channels();
    float[] matrix = new float[from * to];
    for (int colour = 0; colour < 3; colour++) {
      matrix[rgb.positions()[colour] * to + format.positionOf(1 + colour)] = gain;
    }
    String floats = bytes ? graph.cast(name, DataType.FLOAT) : name;
    String single = graph.reshape(floats, -1, from);
    String spread = graph.binary("MatMul", single, graph.floats(matrix, from, to));
    return graph.reshape(spread, -1, (long) pixels * to);
  }

  /** Bytes for a row of four-channel pixels: one value for the colours, one for alpha. */
  static String pattern(GraphBuilder graph, int pixels, byte colour, byte alpha) {
    byte[] row = new byte[4 * pixels];
    Arrays.fill(row, colour);
    for (int i = 3; i < row.length; i += 4) {
      row[i] = alpha;
    }
    return graph.bytes(row, row.length);
  }
}
