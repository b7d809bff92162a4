package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.util.Optional;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.gpu.CudaRuntime;

/** ONNX Runtime as the check of the GPU asks it. */
public final class OrtCuda implements CudaRuntime {
  @Override
  public String version() {
    return "ONNX Runtime " + OrtRuntime.environment().getVersion();
  }

  @Override
  public boolean isForCuda() {
    return OrtRuntime.providers().contains(OrtProvider.CUDA);
  }

  @Override
  public String automaticDevice() {
    RunningDevice device =
        RunningDevice.choose(
            new Device.Auto(), PrecisionChoice.AUTO, Runtime.getRuntime().availableProcessors());
    return device.describe() + device.fallback().map(reason -> " because " + reason).orElse("");
  }

  @Override
  public Trial tryOut() {
    Provider cuda = new Provider.Cuda(0);
    Optional<String> problem = ProviderTrial.problem(cuda);
    if (problem.isPresent()) {
      return Trial.failed(problem.get());
    }
    try {
      return new Trial(
          Optional.empty(),
          ProviderTrial.bestMillis(cuda),
          ProviderTrial.bestMillis(new Provider.Cpu()));
    } catch (OrtException e) {
      return Trial.failed(RuntimeMessage.brief(e));
    }
  }

  @Override
  public Optional<String> problemWithTensorRt() {
    return ProviderTrial.problem(new Provider.TensorRt(0));
  }
}
