package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Set;

/**
 * The small graphs round an ONNX file of the authors, which wants planar floats of a whole number
 * of blocks: one makes them of the host's pixels, the other makes the layers of its results.
 */
public final class PublishedAdapter {
  /** Inputs of the published file, float {@code [1, 3, height, width]}, 0..1. */
  public static final String SRC = "src";

  public static final String BGR = "bgr";

  /** Alpha, float {@code [1, 1, height, width]}. */
  public static final String PHA = "pha";

  /** Foreground, float {@code [1, 3, height, width]}. */
  public static final String FGR = "fgr";

  /** The layers that can be made of its results. */
  public static final Set<Layer> LAYERS =
      Set.of(
          Layer.ALPHA_8,
          Layer.ALPHA_16,
          Layer.ALPHA_FLOAT,
          Layer.FOREGROUND_8,
          Layer.FOREGROUND_16,
          Layer.FOREGROUND_FLOAT,
          Layer.CUTOUT_8,
          Layer.COMPOSITE_8,
          Layer.COMPOSITE_16);

  private PublishedAdapter() {}

  /** From {@link GraphInputs#SOURCE} and {@link GraphInputs#CLEAN_PLATE} to src and bgr. */
  public static byte[] before(GraphOptions options) {
    GraphBuilder graph = new GraphBuilder("before");
    InputStage input = new InputStage(graph, options);
    emit(graph, SRC, input.read(GraphInputs.SOURCE));
    emit(graph, BGR, input.read(GraphInputs.CLEAN_PLATE));
    return graph.toModel();
  }

  private static void emit(GraphBuilder graph, String name, PackedImage image) {
    String planes = PlanarColour.of(graph, image.planar());
    graph.output(name, planes, DataType.FLOAT, 1, 3, image.height(), image.width());
  }

  /** From pha and fgr to the layers of the options. */
  public static byte[] after(GraphOptions options) {
    GraphBuilder graph = new GraphBuilder("after");
    GraphGeometry geometry = options.geometry();
    int height = geometry.paddedHeight();
    int width = geometry.paddedWidth();
    graph.input(PHA, DataType.FLOAT, 1, 1, height, width);
    graph.input(FGR, DataType.FLOAT, 1, 3, height, width);
    MergedFormat format = MergedFormat.of(options);
    String joined = graph.concat(1, List.of(PHA, FGR));
    long[] order = new long[format.channels()];
    for (int i = 0; i < order.length; i++) {
      order[i] = format.order()[i];
    }
    String ordered = graph.gather(joined, graph.longs(order), 1);
    String packed =
        graph.reshape(graph.transpose(ordered, 0, 2, 3, 1), height, (long) width * order.length);
    OutputStage output = new OutputStage(graph, options);
    output.write(new PixelFinish(options).finished(graph, format.inUnits(graph, packed), width));
    return graph.toModel();
  }
}
