package org.cleanplate.samples.benchmark;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.ort.MeasuredSession;
import org.cleanplate.network.graph.Precision;

/**
 * What a device does at best in the runtime.
 *
 * @param teraflops trillions of operations a second in matrix products, a multiply-add being two
 * @param gigabytes billions of bytes a second that are read and written in passing
 */
record DevicePeak(double teraflops, double gigabytes) {
  private static final int RUNS = 5;

  /**
   * Measures it.
   *
   * @param productSide of the matrices that are multiplied
   * @param sumSide of those that are added to, which must not fit into the device's cache
   * @param times operations in a row
   */
  static DevicePeak of(Device device, Precision precision, int productSide, int sumSide, int times)
      throws OrtException {
    boolean halves = precision == Precision.FP16;
    DataType type = halves ? DataType.FLOAT16 : DataType.FLOAT;
    double products = bestSeconds(device, DeviceGraphs.products(type, productSide, times));
    double sums = bestSeconds(device, DeviceGraphs.sums(type, sumSide, times));
    double operations = 2 * Math.pow(productSide, 3) * times;
    double bytes = 2 * Math.pow(sumSide, 2) * times * (halves ? Short.BYTES : Float.BYTES);
    return new DevicePeak(operations / products / 1e12, bytes / sums / 1e9);
  }

  private static double bestSeconds(Device device, byte[] graph) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = MeasuredSession.open(device, graph, Map.of());
        OnnxTensor one =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(new float[] {0}), new long[] {1, 1})) {
      return Stopwatch.bestSeconds(
          RUNS, () -> session.run(Map.of(DeviceGraphs.INPUT, one)).close());
    }
  }

  /** The least time that so many multiply-adds take. */
  double arithmeticMillis(double multiplyAdds) {
    return 2 * multiplyAdds / teraflops / 1e9;
  }

  /** The least time in which so many bytes are read or written. */
  double memoryMillis(double bytes) {
    return bytes / gigabytes / 1e6;
  }
}
