package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.ort.MeasuredSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.GraphInputs;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.MattingGraph;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Precision;
import org.cleanplate.network.graph.RefinementMode;

/**
 * One call of the runtime after the other on a device: bytes up, the graph, bytes down. What the
 * graph takes is what is left without a call that only moves the bytes; the runtime's Java side can
 * keep no picture on the device.
 *
 * @param firstMillis of the call that plans and sets up everything
 * @param callMillis of the later calls, the least
 * @param movingMillis of a call that moves the same bytes and computes nothing, the least
 */
record GpuFrame(double firstMillis, double callMillis, double movingMillis) {

  static GpuFrame measure(
      Device device,
      Map<String, String> cudaChanges,
      MattingModel.Network model,
      GraphOptions options,
      PicturePair pictures,
      int calls)
      throws OrtException {
    FrameFormat format = new FrameFormat(options.width(), options.height(), PixelLayout.BGRA_8);
    Frame source = pictures.sourceAs(format);
    Frame plate = pictures.cleanPlateAs(format);
    byte[] graph = MattingGraph.build(model.architecture(), model.weights(), options);
    double[] matte = call(device, cudaChanges, graph, source, plate, calls);
    double[] moving =
        call(
            device,
            Map.of(),
            DeviceGraphs.movingPixels(format.width(), format.height()),
            source,
            plate,
            calls);
    return new GpuFrame(matte[0], matte[1], moving[1]);
  }

  /** The options of a case as a GPU computes it, with a cut-out as its only output. */
  static GraphOptions options(FrameCase frame, Precision precision) {
    return new GraphOptions(
        frame.size().width(),
        frame.size().height(),
        PixelLayout.BGRA_8,
        frame.scale(),
        RefinementMode.SAMPLING,
        Set.of(Layer.CUTOUT_8),
        new GraphForm.Static(precision, frame.blocks()));
  }

  /** Milliseconds of the first call and the least of the later ones. */
  private static double[] call(
      Device device,
      Map<String, String> cudaChanges,
      byte[] graph,
      Frame source,
      Frame plate,
      int calls)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Frame result = Frame.allocate(source.format());
    try (OrtSession session = MeasuredSession.open(device, graph, cudaChanges);
        OnnxTensor up = tensor(environment, source);
        OnnxTensor plateUp = tensor(environment, plate);
        OnnxTensor down = tensor(environment, result)) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
      inputs.put(GraphInputs.SOURCE, up);
      inputs.put(GraphInputs.CLEAN_PLATE, plateUp);
      Map<String, OnnxTensor> outputs = Map.of(Layer.CUTOUT_8.name(), down);
      Stopwatch.Call once = () -> session.run(inputs, Set.of(), outputs).close();
      double first = Stopwatch.seconds(once);
      return new double[] {1e3 * first, 1e3 * Stopwatch.bestSeconds(calls, once)};
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, Frame picture) throws OrtException {
    FrameFormat format = picture.format();
    long[] shape = {format.height(), format.width(), format.layout().channels()};
    return OnnxTensor.createTensor(environment, picture.pixels(), shape, OnnxJavaType.UINT8);
  }

  double graphMillis() {
    return Math.max(callMillis - movingMillis, 0);
  }
}
