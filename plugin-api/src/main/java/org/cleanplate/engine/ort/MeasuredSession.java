package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;

/** Sessions for graphs of any kind as the engine opens its own, for who measures a GPU. */
public final class MeasuredSession {
  private MeasuredSession() {}

  /**
   * Opens a graph on a device, with nothing left to the CPU unless that is the device.
   *
   * @param graph a serialized model
   * @param cudaChanges options of the CUDA provider that are set otherwise than the engine does
   * @return to be closed by the caller
   * @throws MattingException if the device does not work or lacks something that the graph needs
   */
  public static OrtSession open(Device device, byte[] graph, Map<String, String> cudaChanges) {
    try (SessionOptions options = new SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      if (device instanceof Device.Cuda cuda) {
        RunningDevice.forbidCpu(options);
        CudaProvider.add(options, cuda.index(), cudaChanges);
      } else if (device instanceof Device.TensorRt tensorRt) {
        RunningDevice.handOver(options, new Provider.TensorRt(tensorRt.index()), graph);
      }
      return OrtRuntime.environment().createSession(graph, options);
    } catch (OrtException e) {
      throw new MattingException(
          "The graph cannot be opened on " + device.toText() + ": " + e.getMessage(), e);
    }
  }
}
