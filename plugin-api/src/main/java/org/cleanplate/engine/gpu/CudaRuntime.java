package org.cleanplate.engine.gpu;

import java.util.Optional;

/** The runtime that computes, as far as CUDA is concerned. */
public interface CudaRuntime {

  /** Its name and version. */
  String version();

  /** Whether it is the package that is built for CUDA. */
  boolean isForCuda();

  /** What is used if the user leaves the choice to the program, in words. */
  String automaticDevice();

  /** Computes something small on CUDA, with nothing left to the CPU, and again on the CPU. */
  Trial tryOut();

  /** Why TensorRT does not work, as the runtime says; empty if it does. Asked once CUDA works. */
  Optional<String> problemWithTensorRt();

  /**
   * How it went.
   *
   * @param problem why CUDA does not work, as the runtime says; empty if it does
   * @param cudaMillis time on CUDA; 0 if it does not work
   * @param cpuMillis time on the CPU; 0 if CUDA does not work
   */
  record Trial(Optional<String> problem, double cudaMillis, double cpuMillis) {

    /** CUDA does not work. */
    public static Trial failed(String problem) {
      return new Trial(Optional.of(problem), 0, 0);
    }
  }
}
