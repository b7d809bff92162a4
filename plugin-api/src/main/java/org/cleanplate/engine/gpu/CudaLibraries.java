package org.cleanplate.engine.gpu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that ONNX Runtime's GPU package of this project's version loads: CUDA 12, at least
 * 12.8, and cuDNN 9.
 *
 * @param driver what comes with the driver
 * @param all the others, in the order in which to install them
 */
record CudaLibraries(String driver, List<Library> all) {

  /**
   * A file.
   *
   * @param product what it is part of
   * @param remedy how to come by it
   */
  record Library(String fileName, String product, String remedy) {}

  private static final String CUDA_REMEDY =
      "install the CUDA toolkit 12.8, or a newer 12.x (not 13), from"
          + " developer.nvidia.com/cuda-toolkit-archive";
  private static final String CUDNN_REMEDY =
      "install cuDNN 9 for CUDA 12 from developer.nvidia.com/cudnn";

  static CudaLibraries linux() {
    return of(
        "libcuda.so.1",
        Stream.of("libcudart.so.12", "libcublasLt.so.12", "libcublas.so.12", "libcurand.so.10"),
        "libcudnn.so.9");
  }

  static CudaLibraries windows() {
    return of(
        "nvcuda.dll",
        Stream.of("cudart64_12.dll", "cublasLt64_12.dll", "cublas64_12.dll", "cufft64_11.dll"),
        "cudnn64_9.dll");
  }

  private static CudaLibraries of(String driver, Stream<String> cuda, String cudnn) {
    return new CudaLibraries(
        driver,
        Stream.concat(
                cuda.map(name -> new Library(name, "CUDA 12", CUDA_REMEDY)),
                Stream.of(new Library(cudnn, "cuDNN 9", CUDNN_REMEDY)))
            .toList());
  }

  /** The library that a message of the runtime names. */
  Optional<Library> namedIn(String message) {
    return all.stream().filter(library -> message.contains(library.fileName())).findFirst();
  }
}
