package org.cleanplate.imagej.run;

import java.util.function.Consumer;
import org.cleanplate.imagej.parameters.ReleaseMemoryParameters;

/** Frees what models hold, and tells of it. */
public final class MemoryRelease {
  private final Consumer<String> log;

  public MemoryRelease(Consumer<String> log) {
    this.log = log;
  }

  /** Frees the engines that nobody uses. */
  public void run(ReleaseMemoryParameters parameters) {
    parameters.idleMinutes().ifPresent(EngineHolder::keepIdleFor);
    EngineHolder.Released released = EngineHolder.release();
    // Frames lie in direct buffers, whose memory the collector gives back.
    System.gc();
    log.accept(
        released.closed().isEmpty()
            ? "No model was open that nobody uses"
            : "Memory freed of " + String.join(", ", released.closed()));
    if (!released.inUse().isEmpty()) {
      log.accept(
          "Still in use, and freed later: "
              + String.join(", ", released.inUse())
              + ". Cancel what is running, or run the command again once it is done");
    }
    log.accept("Unused models are freed after " + EngineHolder.idleMinutes() + " minutes");
  }
}
