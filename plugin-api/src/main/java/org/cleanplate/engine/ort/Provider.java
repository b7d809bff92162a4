package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.OptionalInt;

/** What the runtime hands a session's operators to. */
sealed interface Provider {

  /** The runtime's own kernels. */
  record Cpu() implements Provider {}

  /** CUDA and cuDNN on a device. */
  record Cuda(int index) implements Provider {}

  /** TensorRT on a device, and CUDA for what it does not take. */
  record TensorRt(int index) implements Provider {}

  default boolean isGpu() {
    return !(this instanceof Cpu);
  }

  /** Whether the runtime is built for it; its libraries may be missing all the same. */
  default boolean isBuiltIn() {
    return this instanceof Cpu
        || OrtRuntime.providers()
            .contains(this instanceof Cuda ? OrtProvider.CUDA : OrtProvider.TENSOR_RT);
  }

  /**
   * Hands a session over to it.
   *
   * @param graph the serialized model that the session is for
   */
  default void addTo(SessionOptions options, byte[] graph) throws OrtException {
    if (this instanceof TensorRt tensorRt) {
      TensorRtProvider.add(options, tensorRt.index(), graph);
      CudaProvider.add(options, tensorRt.index());
    } else if (this instanceof Cuda cuda) {
      CudaProvider.add(options, cuda.index());
    }
  }

  /** The device's number as CUDA counts; empty for the CPU. */
  default OptionalInt gpu() {
    if (this instanceof TensorRt tensorRt) {
      return OptionalInt.of(tensorRt.index());
    }
    return this instanceof Cuda cuda ? OptionalInt.of(cuda.index()) : OptionalInt.empty();
  }

  /** As messages and results name it. */
  default String describe() {
    if (this instanceof TensorRt tensorRt) {
      return "TensorRT:" + tensorRt.index();
    }
    return this instanceof Cuda cuda ? "CUDA:" + cuda.index() : "CPU";
  }
}
