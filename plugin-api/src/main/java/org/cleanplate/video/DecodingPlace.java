package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.MattingException;

/**
 * Where a file is decoded.
 *
 * @param gpu CUDA's number of the GPU; empty for the processor
 * @param fallback why it is not decoded where that was asked for, as a sentence
 */
record DecodingPlace(OptionalInt gpu, Optional<String> fallback) {
  private static final DecodingPlace PROCESSOR =
      new DecodingPlace(OptionalInt.empty(), Optional.empty());

  /** Tries a file on a GPU. */
  @FunctionalInterface
  interface Trial {
    /** Why the GPU does not decode the file; empty if it does. */
    Optional<String> problem(Path file, int gpu);
  }

  /**
   * Finds the place that is asked for, trying a GPU out rather than trusting its presence.
   *
   * @throws MattingException if a required GPU does not decode the file, or there is no such file
   */
  static DecodingPlace choose(Path file, DecodingDevice wanted) {
    return choose(file, wanted, DecodingPlace::problem);
  }

  /** As {@link #choose(Path, DecodingDevice)}. */
  static DecodingPlace choose(Path file, DecodingDevice wanted, Trial trial) {
    if (!(wanted instanceof DecodingDevice.Nvidia gpu)) {
      return PROCESSOR;
    }
    Optional<String> problem = trial.problem(file, gpu.index());
    if (problem.isEmpty()) {
      return new DecodingPlace(OptionalInt.of(gpu.index()), Optional.empty());
    }
    String reason = "NVDEC of GPU " + gpu.index() + " cannot be used: " + problem.get();
    String name = file.getFileName().toString();
    if (gpu.required()) {
      throw new MattingException(
          name
              + " cannot be decoded by hardware, as "
              + reason
              + ". Expected an NVIDIA GPU that decodes this kind of video: use decoder=auto or"
              + " decoder=software");
    }
    return new DecodingPlace(
        OptionalInt.empty(), Optional.of(name + " is decoded by the processor, as " + reason));
  }

  /**
   * Opens a file there.
   *
   * @throws MattingException if it is missing, is no video or cannot be decoded
   */
  VideoDecoder open(Path file) throws IOException {
    return gpu.isPresent() ? VideoDecoder.openOnGpu(file, gpu.getAsInt()) : VideoDecoder.open(file);
  }

  /** Decodes the first picture, since libraries, driver and GPU are only asked for then. */
  private static Optional<String> problem(Path file, int gpu) {
    try (VideoDecoder decoder = VideoDecoder.openOnGpu(file, gpu)) {
      decoder.next();
      return decoder.problemOnGpu();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }
}
