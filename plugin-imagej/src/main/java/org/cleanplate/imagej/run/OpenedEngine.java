package org.cleanplate.imagej.run;

import org.cleanplate.engine.MattingEngine;

/**
 * An engine that was asked for, and what its model was read from. Who asked for it closes this when
 * it needs the engine no longer; only then may its memory be freed.
 *
 * @param engine owned by who provided it
 * @param modelSha256 lower-case hexadecimal
 * @param whenClosed tells the owner that it is not needed any more; may be run twice
 */
public record OpenedEngine(MattingEngine engine, String modelSha256, Runnable whenClosed)
    implements AutoCloseable {

  /** An engine whose owner need not be told. */
  public OpenedEngine(MattingEngine engine, String modelSha256) {
    this(engine, modelSha256, () -> {});
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
