package org.cleanplate.network.graph;

import java.util.List;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.weights.Weights;

/**
 * The whole way of one frame as a single ONNX graph: downsample, coarse matte, selection of blocks,
 * refinement, and the layers in the host's own pixels. Nothing returns to the host in between.
 *
 * <p>Inputs are those of {@link GraphInputs}; each output bears the name of its {@link Layer}. Any
 * frame size is taken: the edge is repeated up to whole blocks and cut off again.
 */
public final class MattingGraph {
  private final Architecture architecture;
  private final GraphOptions options;
  private final GraphGeometry geometry;
  private final GraphBuilder graph;
  private final OnnxOps ops;

  private MattingGraph(Architecture architecture, Weights weights, GraphOptions options) {
    this.architecture = architecture;
    this.options = options;
    this.geometry = options.geometry();
    this.graph = new GraphBuilder("matting", options.precision());
    this.ops = new OnnxOps(graph, weights, options.isStatic() ? ConvLayout.GPU : ConvLayout.CPU);
  }

  /** The graph with its weights as a serialized ONNX model. */
  public static byte[] build(Architecture architecture, Weights weights, GraphOptions options) {
    MattingGraph matting = new MattingGraph(architecture, weights, options);
    matting.assemble();
    return matting.graph.toModel();
  }

  private void assemble() {
    InputStage input = new InputStage(graph, options);
    PackedImage source = input.read(GraphInputs.SOURCE);
    PackedImage cleanPlate = input.read(GraphInputs.CLEAN_PLATE);
    CoarseStage coarse = CoarseStage.run(ops, architecture, source, cleanPlate, geometry);
    OutputStage output = new OutputStage(graph, options);
    output.emitCoarse(ops, coarse);
    RefinementStage refinement =
        new RefinementStage(ops, architecture, options, coarse, source, cleanPlate);
    List<String> products = refinement.run(output);
    graph.enter(GraphStage.OUTPUT);
    output.write(products);
  }
}
