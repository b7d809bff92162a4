package org.cleanplate.engine;

import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;

/**
 * A model on a device. Opens sessions, keeps them for the next frame of the same size and options,
 * and frees them all on {@link #close()}. Thread-safe.
 */
public interface MattingEngine extends AutoCloseable {

  /** The model's name as results record it. */
  String modelName();

  /** The device that computes, in words: {@code "CPU (2 threads)"}, {@code "CUDA:0 ..."}. */
  String device();

  /** CUDA's number of the GPU that computes, from 0; empty if none of NVIDIA's does. */
  default OptionalInt gpu() {
    return OptionalInt.empty();
  }

  /** Why the asked-for device is not the one that computes; empty if it is. */
  Optional<String> fallback();

  /** Whether the model has a layer to deliver; a file of the authors has no maps of its own. */
  default boolean offers(Layer layer) {
    return true;
  }

  /**
   * What a session would take, from the sizes alone; nothing is allocated.
   *
   * @return bytes of native memory, an upper estimate
   */
  long estimateMemoryBytes(FrameFormat format, MattingOptions options);

  /**
   * How many frames are best computed at a time when many are to be matted. An engine that does not
   * say computes one after the other.
   *
   * @param frames how many there are, at least 1
   */
  default ThreadLayout batchLayout(long frames) {
    return ThreadLayout.interactive(1);
  }

  /**
   * A session for frames and plates of this format that computes each as fast as it can; the same
   * one for equal arguments.
   *
   * @throws org.cleanplate.MattingException if the model cannot do what is asked
   * @throws IllegalStateException after {@link #close()}
   */
  MattingSession open(FrameFormat format, MattingOptions options);

  /**
   * As {@link #open(FrameFormat, MattingOptions)}, for as many callers at a time as {@code threads}
   * has frame workers. An engine without threads of its own takes no notice of them.
   */
  default MattingSession open(FrameFormat format, MattingOptions options, ThreadLayout threads) {
    return open(format, options);
  }

  /** Frees all sessions; a computation under way is waited for. May be called twice. */
  @Override
  void close();
}
