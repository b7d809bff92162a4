package org.cleanplate.imagej.run;

import org.cleanplate.engine.gpu.GpuCheck;
import org.cleanplate.engine.gpu.GpuReport;
import org.cleanplate.engine.gpu.NvidiaSmi;
import org.cleanplate.engine.gpu.SystemLibraries;
import org.cleanplate.engine.ort.OrtCuda;

/** Looks what this machine computes on. */
public final class DeviceCheck {
  private DeviceCheck() {}

  /** Takes some seconds; needs no display. */
  public static GpuReport run() {
    return new GpuCheck(
            SystemLibraries.ofThisMachine(), new NvidiaSmi(), new OrtCuda(), Version.current())
        .run();
  }
}
