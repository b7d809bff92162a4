package org.cleanplate.engine.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import org.cleanplate.progress.Cancellation;

/** One call of the runtime that ends early when the user cancels. */
final class CancellableRun implements AutoCloseable {
  private final OrtSession.RunOptions options;
  private final Cancellation cancellation;
  private final Cancellation.Registration registration;
  private boolean closed;

  CancellableRun(Cancellation cancellation) throws OrtException {
    this.cancellation = cancellation;
    cancellation.check();
    options = new OrtSession.RunOptions();
    registration = cancellation.onCancel(this::terminate);
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
    synchronized (this) {
      closed = true;
      options.close();
    }
  }
}
