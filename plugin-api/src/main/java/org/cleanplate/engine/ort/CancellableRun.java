package org.cleanplate.engine.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import org.cleanplate.progress.Cancellation;

/** One call of the runtime that ends early when the user cancels or the JVM ends. */
final class CancellableRun implements AutoCloseable {
  private final OrtSession.RunOptions options;
  private final Cancellation cancellation;
  private final Cancellation exit = ExitBarrier.ofJvm().exit();
  private final Cancellation.Registration registration;
  private final Cancellation.Registration exitRegistration;
  private boolean closed;

  CancellableRun(Cancellation cancellation) throws OrtException {
    this.cancellation = cancellation;
    cancellation.check();
    options = quietOptions();
    registration = cancellation.onCancel(this::terminate);
    exitRegistration = exit.onCancel(this::terminate);
  }

  /**
   * A run that is stopped within a branch is an error to the runtime, which it would print; one
   * that fails is thrown with the same words, too.
   */
  private static OrtSession.RunOptions quietOptions() throws OrtException {
    OrtSession.RunOptions options = new OrtSession.RunOptions();
    try {
      options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }

  /** Computes the pinned outputs in place and returns the others. */
  OrtSession.Result run(
      OrtSession session,
      Map<String, OnnxTensor> inputs,
      Set<String> returned,
      Map<String, ? extends OnnxValue> pinned)
      throws OrtException {
    try {
      return session.run(inputs, returned, pinned, options);
    } catch (OrtException e) {
      cancellation.check();
      exit.check();
      throw e;
    }
  }

  private synchronized void terminate() {
    if (!closed) {
      try {
        options.setTerminate(true);
      } catch (OrtException e) {
        throw new IllegalStateException("The computation cannot be stopped", e);
      }
    }
  }

  @Override
  public void close() {
    registration.close();
    exitRegistration.close();
    synchronized (this) {
      closed = true;
      options.close();
    }
  }
}
