package org.cleanplate.training;

import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;

/**
 * What to compute on.
 *
 * @param device where the network runs
 * @param bfloat16 whether convolutions are computed in 16 bits of bfloat16: half the time where the
 *     processor knows it, weights and losses stay in 32 bits
 * @param threads for the network on the CPU; 0 for one per core
 * @param loaderThreads for making samples
 */
public record ComputePlan(Device device, boolean bfloat16, int threads, int loaderThreads) {

  public ComputePlan {
    if (device instanceof Device.TensorRt tensorRt) {
      throw new MattingException(
          "Device is "
              + device.toText()
              + ", but TensorRT only computes networks that are trained already: use cuda:"
              + tensorRt.index());
    }
  }

  static ComputePlan read(PlanReader in, ComputePlan defaults) {
    return new ComputePlan(
        in.text("device").map(Device::parse).orElse(defaults.device),
        in.flag("bfloat16", defaults.bfloat16),
        in.integer("threads", defaults.threads, 0, 1024),
        in.integer("loader_threads", defaults.loaderThreads, 1, 1024));
  }

  void write(PlanWriter out) {
    out.add("device", device.toText());
    out.add("bfloat16", bfloat16);
    out.add("threads", threads);
    out.add("loader_threads", loaderThreads);
  }
}
