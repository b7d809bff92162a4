package org.cleanplate.training.torch;

import org.bytedeco.pytorch.global.torch;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.training.ComputePlan;
import org.cleanplate.training.TrainingListener;

/** The device that a plan's wish comes to on this machine. */
final class TrainingDevice {
  private static final String HOW_TO_GET_CUDA =
      "Training on CUDA needs the libtorch build for it (Maven profile gpu-training), the CUDA 13"
          + " runtime, cuDNN 9 and an NVIDIA driver";

  private TrainingDevice() {}

  /**
   * Chooses, and tells the listener where the choice is not the plan's.
   *
   * @throws MattingException if a device is required that is not there
   */
  static org.bytedeco.pytorch.Device choose(ComputePlan plan, TrainingListener listener) {
    int threads = plan.threads() > 0 ? plan.threads() : Runtime.getRuntime().availableProcessors();
    torch.set_num_threads(threads);
    String name = name(plan.device(), listener);
    listener.message(
        "Training on " + (name.equals("cpu") ? "the CPU, " + threads + " threads" : name));
    return new org.bytedeco.pytorch.Device(name);
  }

  private static String name(Device wanted, TrainingListener listener) {
    boolean present = torch.cuda_is_available();
    if (wanted instanceof Device.Cuda cuda) {
      if (present && cuda.index() < torch.cuda_device_count()) {
        return "cuda:" + cuda.index();
      }
      String missing = "There is no CUDA device " + cuda.index() + " that libtorch can use. ";
      if (cuda.required()) {
        throw new MattingException(missing + HOW_TO_GET_CUDA);
      }
      listener.message(missing + "Training on the CPU instead. " + HOW_TO_GET_CUDA);
      return "cpu";
    }
    return wanted instanceof Device.Auto && present ? "cuda:0" : "cpu";
  }
}
