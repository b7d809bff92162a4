package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.CoarseMatte;
import org.cleanplate.network.MattingBase;
import org.cleanplate.network.Refiner;
import org.cleanplate.network.weights.Weights;

/**
 * A network as a file that programs made for the authors' ONNX files run: inputs {@code src} and
 * {@code bgr}, float {@code [1, 3, height, width]}, red, green, blue, 0..1; outputs {@code pha},
 * {@code fgr} at that size, {@code pha_sm}, {@code fgr_sm}, {@code err_sm} at the coarse size and
 * {@code ref_sm}, 1 for each 4x4 block that was refined. Unlike the authors' files it takes frames
 * of one size only.
 */
public final class PublishedStyleGraph {
  private final GraphBuilder graph = new GraphBuilder("matting");
  private final OnnxOps ops;
  private final Architecture architecture;
  private final PublishedStyle style;
  private final GraphGeometry geometry;

  private PublishedStyleGraph(Architecture architecture, Weights weights, PublishedStyle style) {
    this.ops = new OnnxOps(graph, weights, ConvLayout.PLAIN);
    this.architecture = architecture;
    this.style = style;
    this.geometry = style.geometry();
  }

  /** The graph with its weights as a serialized ONNX model. */
  public static byte[] build(Architecture architecture, Weights weights, PublishedStyle style) {
    PublishedStyleGraph published = new PublishedStyleGraph(architecture, weights, style);
    published.assemble();
    return published.graph.toModel();
  }

  private void assemble() {
    FeatureMap source = input(PublishedAdapter.SRC);
    FeatureMap plate = input(PublishedAdapter.BGR);
    FeatureMap smallSource = shrunk(source);
    FeatureMap pair = ops.written(ops.concat(List.of(smallSource, shrunk(plate))));
    CoarseMatte<FeatureMap> matte = new MattingBase(architecture).forward(ops, pair);
    FeatureMap smallForeground =
        ops.clampToUnit(ops.add(ops.written(matte.foregroundResidual()), smallSource));

    graph.enter(GraphStage.REFINER);
    PublishedRefinement refinement =
        new PublishedRefinement(ops, new Refiner(architecture), style, matte, source, plate);
    FeatureMap refined = refinement.run();

    graph.enter(GraphStage.OUTPUT);
    FeatureMap foreground = ops.add(ops.slice(refined, 1, 3), source);
    // In the order of the authors' files, as some programs count outputs.
    output(PublishedAdapter.PHA, ops.clampToUnit(ops.slice(refined, 0, 1)));
    output(PublishedAdapter.FGR, ops.clampToUnit(foreground));
    output("pha_sm", ops.written(matte.alpha()));
    output("fgr_sm", smallForeground);
    output("err_sm", ops.written(matte.error()));
    output("ref_sm", refinement.refinedBlocks());
  }

  private FeatureMap input(String name) {
    graph.input(name, DataType.FLOAT, 1, 3, style.height(), style.width());
    return FeatureMap.of(name, ChannelMap.identity(3), style.height(), style.width());
  }

  private FeatureMap shrunk(FeatureMap image) {
    return ops.resizeBilinear(image, geometry.coarseHeight(), geometry.coarseWidth());
  }

  private void output(String name, FeatureMap map) {
    long channels = map.channels().channels();
    graph.output(name, ops.name(map), DataType.FLOAT, 1, channels, map.height(), map.width());
  }
}
