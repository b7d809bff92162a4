package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * An ONNX file of the authors. It takes frames of any size, so it is opened once for each number of
 * threads, whatever graphs are put around it. Any thread may use it.
 */
final class PublishedFile implements AutoCloseable {
  private final OrtEnvironment environment;
  private final Path file;
  private final Map<Integer, OrtSession> sessions = new HashMap<>();

  PublishedFile(OrtEnvironment environment, Path file) {
    this.environment = environment;
    this.file = file;
  }

  /** The session on a device; freed with this. */
  synchronized OrtSession session(RunningDevice device) throws OrtException {
    OrtSession session = sessions.get(device.threads());
    if (session == null) {
      try (OrtSession.SessionOptions options = device.optionsForAnySize()) {
        session = environment.createSession(file.toString(), options);
      }
      sessions.put(device.threads(), session);
    }
    return session;
  }

  @Override
  public synchronized void close() {
    sessions.values().forEach(OrtSessions::close);
    sessions.clear();
  }
}
